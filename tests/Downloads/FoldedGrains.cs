using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Storage.Local;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Tests.Hosting.Embedded;

namespace ResultsGrid.Tests.Downloads;

/// <summary>Real Results grains over a real state file: what ledgers fold into.</summary>
public sealed class FoldedGrains : IAsyncDisposable
{
    public const string Document = "results-file";
    public static readonly SeriesCode Series = SeriesCode.Parse("6B26");
    public static readonly IReadOnlyList<CentreNumber> Centres = [CentreNumber.Parse("10101"), CentreNumber.Parse("20202"), CentreNumber.Parse("30303")];

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    public FoldedGrains(TimeProvider clock)
    {
        services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton(SqliteStateStore.Open(folder.File("state.db")))
            .AddSingleton<FaultyStateStore>()
            .AddSingleton<IStateStore>(provider => provider.GetRequiredService<FaultyStateStore>())
            .AddEmbeddedGrains(new EmbeddedOptions { RoundTripContracts = true }, typeof(ResultsGrain))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FaultyStateStore States => services.GetRequiredService<FaultyStateStore>();

    public IGrainFactory Factory => services.GetRequiredService<IGrainFactory>();

    public DownloadFolding Folding => FoldingBy(Factory);

    public static DownloadFolding FoldingBy(IGrainFactory grains) => new(grains, NullLogger<DownloadFolding>.Instance);

    /// <summary>One that its centre's grain may have, or not yet.</summary>
    public static Download Download(DateTimeOffset at, CentreNumber centre, string by, params string[] documents)
        => new(at, by, Series, centre, 1, documents.Length == 0 ? [Document] : documents);

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

    public Task<IReadOnlyList<Fetch>> Fetches(CentreNumber centre) => Factory.Results(Series, centre).GetFetches();

    /// <summary>A centre's downloads as the state file has them.</summary>
    public async Task<DownloadsState> Downloaded(CentreNumber centre)
        => JsonSerializer.Deserialize<DownloadsState>((await States.Read(new StateKey($"Results/{nameof(DownloadsState)}", $"{Series}/{centre}")))!.Value.Json!, ContractJson.Options)!;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
