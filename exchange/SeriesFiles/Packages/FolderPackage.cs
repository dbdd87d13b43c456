using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>A package as a folder of files.</summary>
internal static class FolderPackage
{
    /// <returns>Null where the folder can't be read as a package; why is then a fault.</returns>
    public static Package? Open(string path, FileFaults faults)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                faults.Add("is not a folder that exists");
                return null;
            }

            var names = Directory.EnumerateFileSystemEntries(path).Take(PackageLimits.MaxFiles + 1).Select(Path.GetFileName).OfType<string>().ToList();
            if (names.Count <= PackageLimits.MaxFiles) return new Package(names.ToDictionary(name => name, name => Opener(Path.Combine(path, name))));
            faults.Add($"has more than {PackageLimits.MaxFiles} files");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            faults.Add($"can't be read: {broken.Message}");
        }

        return null;
    }

    private static Func<Stream> Opener(string path) => () =>
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"can't be read: {broken.Message}");
        }
    };
}
