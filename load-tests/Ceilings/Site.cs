namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>Documents as files, for servers that know nothing else.</summary>
public static class Site
{
    /// <summary>Writes each below the folder, by its path.</summary>
    public static async Task Write(string folder, IEnumerable<CeilingDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var document in documents)
        {
            var file = new FileInfo(Path.Join(folder, document.Path));
            file.Directory!.Create();
            await File.WriteAllBytesAsync(file.FullName, document.Content);
        }
    }
}
