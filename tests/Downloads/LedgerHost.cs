using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Storage.Local.Downloads;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Downloads;

/// <summary>A ledger in files over real grains and a real state file. It can be left as SIGKILL leaves it: the ledger's files are copied as they lie and opened again.</summary>
public sealed class LedgerHost : IAsyncDisposable
{
    public const string Document = FoldedGrains.Document;
    public static readonly SeriesCode Series = FoldedGrains.Series;
    public static readonly IReadOnlyList<CentreNumber> Centres = FoldedGrains.Centres;

    private readonly TemporaryFolder folder = new();
    private readonly FoldedGrains grains;
    private int lives;

    private LedgerHost()
    {
        grains = new FoldedGrains();
        Open(Image());
    }

    public HeldFlush Flush { get; } = new();

    public FakeClock Clock { get; } = new();

    public FileDownloadLedger Ledger { get; private set; } = null!;

    public StorageHealth Health { get; } = StorageHealth.Unwatched();

    /// <inheritdoc cref="FoldedGrains.Faults"/>
    public StorageFaults Faults => grains.Faults;

    /// <summary>The folder of the ledger's files.</summary>
    public string Downloads { get; private set; } = "";

    /// <summary>There while the folder may hold what no grain has.</summary>
    public string Mark => Downloads + "-open";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Files => FilesOf(Downloads);

    public static LedgerHost Start() => new();

    public ValueTask Record(CentreNumber centre, string by, params string[] documents)
        => Ledger.Record(FoldedGrains.Download(Clock.GetUtcNow(), centre, by, documents));

    /// <inheritdoc cref="FoldedGrains.Folded"/>
    public Task<SortedDictionary<string, int>> Folded() => grains.Folded();

    public Task<ImmutableArray<Fetch>> Fetches(CentreNumber centre) => grains.Fetches(centre);

    /// <inheritdoc cref="FoldedGrains.Downloaded"/>
    public Task<DownloadsState> Downloaded(CentreNumber centre) => grains.Downloaded(centre);

    /// <summary>A copy of the ledger's files as they lie now.</summary>
    public string Image() => Image(Downloads);

    /// <summary>A copy of an image.</summary>
    public string Image(string source)
    {
        var image = folder.File($"life {++lives}/downloads");
        Directory.CreateDirectory(image);
        foreach (var file in FilesOf(source)) File.Copy(file, Path.Combine(image, Path.GetFileName(file)));
        if (File.Exists(source + "-open")) File.Copy(source + "-open", image + "-open");
        return image;
    }

    /// <summary>As if SIGKILL had left this image: opened, and what is in it folded.</summary>
    public async Task Left(string image)
    {
        Crash(image);
        await Ledger.FoldLeft(CancellationToken.None);
    }

    /// <summary>As SIGKILL would now, and a start after it that has not yet folded.</summary>
    public void Crash() => Crash(Image());

    /// <summary>As if SIGKILL had come when the image was made, though what grains have stored since is stored.</summary>
    public void Crash(string image)
    {
        Ledger.Dispose();
        Open(image);
    }

    /// <summary>Stopped in order, and started.</summary>
    public async Task Restart()
    {
        await Ledger.FoldAll(CancellationToken.None);
        Ledger.Dispose();
        Open(Downloads);
    }

    public ValueTask DisposeAsync()
    {
        Flush.Release();
        Ledger.Dispose();
        Flush.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static IReadOnlyList<string> FilesOf(string path)
        => Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.log").Order(StringComparer.Ordinal)] : [];

    private void Open(string path)
    {
        Downloads = path;
        Ledger = FileDownloadLedger.Open(path, grains.Folding, Health, flush: Flush.Flush);
    }
}
