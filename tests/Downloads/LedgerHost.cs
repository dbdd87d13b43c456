using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Embedded;
using ResultsGrid.Embedded.Downloads;
using ResultsGrid.Embedded.State;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Hosting.Embedded;

namespace ResultsGrid.Tests.Downloads;

/// <summary>A ledger in files over real grains and a real state file. It can be left as SIGKILL leaves it: the ledger's files are copied as they lie and opened again.</summary>
public sealed class LedgerHost : IAsyncDisposable
{
    public const string Document = "results-file";
    public static readonly SeriesCode Series = SeriesCode.Parse("6B26");
    public static readonly IReadOnlyList<CentreNumber> Centres = [CentreNumber.Parse("10101"), CentreNumber.Parse("20202"), CentreNumber.Parse("30303")];

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;
    private int lives;

    private LedgerHost()
    {
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(SqliteStateStore.Open(folder.File("state.db")))
            .AddSingleton<FaultyStateStore>()
            .AddSingleton<IStateStore>(provider => provider.GetRequiredService<FaultyStateStore>())
            .AddEmbeddedGrains(new EmbeddedOptions { RoundTripContracts = true }, typeof(ResultsGrain))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Open(Image());
    }

    public HeldFlush Flush { get; } = new();

    public FakeClock Clock { get; } = new();

    public FileDownloadLedger Ledger { get; private set; } = null!;

    public StorageHealth Health { get; } = StorageHealth.Unwatched();

    public FaultyStateStore States => services.GetRequiredService<FaultyStateStore>();

    /// <summary>The folder of the ledger's files.</summary>
    public string Downloads { get; private set; } = "";

    /// <summary>There while the folder may hold what no grain has.</summary>
    public string Mark => Downloads + "-open";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Files => FilesOf(Downloads);

    public static LedgerHost Start() => new();

    public ValueTask Record(CentreNumber centre, string by, params string[] documents)
        => Ledger.Record(new Download(Clock.GetUtcNow(), by, Series, centre, 1, documents.Length == 0 ? [Document] : documents));

    /// <summary>How often each user fetched each document, as the Results grains have it.</summary>
    public async Task<SortedDictionary<string, int>> Folded()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var centre in Centres)
        {
            foreach (var fetch in await Fetches(centre)) counts[$"{centre} {fetch.By} {fetch.DocumentId}"] = fetch.Count;
        }

        return counts;
    }

    public Task<IReadOnlyList<Fetch>> Fetches(CentreNumber centre) => services.GetRequiredService<IGrainFactory>().Results(Series, centre).GetFetches();

    /// <summary>A centre's downloads as the state file has them.</summary>
    public async Task<DownloadsState> Downloaded(CentreNumber centre)
        => JsonSerializer.Deserialize<DownloadsState>((await States.Read(new StateKey($"Results/{nameof(DownloadsState)}", $"{Series}/{centre}")))!.Value.Json!, ContractJson.Options)!;

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

    public async ValueTask DisposeAsync()
    {
        Flush.Release();
        Ledger.Dispose();
        Flush.Dispose();
        await services.DisposeAsync();
        folder.Dispose();
    }

    private static IReadOnlyList<string> FilesOf(string path)
        => Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.log").Order(StringComparer.Ordinal)] : [];

    private void Open(string path)
    {
        Downloads = path;
        var folding = new DownloadFolding(services.GetRequiredService<IGrainFactory>(), NullLogger<DownloadFolding>.Instance);
        Ledger = FileDownloadLedger.Open(path, folding, Health, flush: Flush.Flush);
    }
}
