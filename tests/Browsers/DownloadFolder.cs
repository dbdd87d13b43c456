using System.Threading.Channels;

namespace ResultsGrid.Tests.Browsers;

/// <summary>Where a browser saves. It writes under a name of its own, and gives a file its name when it has all of it.</summary>
internal sealed class DownloadFolder : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Unfinished = [".crdownload", ".part", ".wkdownload"];

    private readonly Channel<string> finished = Channel.CreateUnbounded<string>();
    private readonly FileSystemWatcher watcher;

    public DownloadFolder()
    {
        watcher = new FileSystemWatcher(Path);
        watcher.Renamed += (_, file) =>
        {
            if (!Unfinished.Contains(System.IO.Path.GetExtension(file.Name))) finished.Writer.TryWrite(file.Name!);
        };
        watcher.EnableRaisingEvents = true;
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("downloads-").FullName;

    /// <summary>The next file that is saved, which the folder then no longer has.</summary>
    /// <param name="expected">Told if none comes.</param>
    public async Task<(string Name, byte[] Content)> Next(string expected)
    {
        var file = System.IO.Path.Combine(Path, await Finished(expected));
        var content = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return (System.IO.Path.GetFileName(file), content);
    }

    public void Dispose()
    {
        watcher.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private async Task<string> Finished(string expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await finished.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{expected} was not saved within {Patience}; the folder has: {string.Join(", ", Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName))}");
        }
    }
}
