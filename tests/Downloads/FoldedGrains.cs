using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.Downloads;

/// <summary>Real Results grains over a real state file: what ledgers fold into.</summary>
public sealed class FoldedGrains
{
    public const string Document = "results-file";
    public static readonly SeriesCode Series = SeriesCode.Parse("6B26");
    public static readonly IReadOnlyList<CentreNumber> Centres = [CentreNumber.Parse("10101"), CentreNumber.Parse("20202"), CentreNumber.Parse("30303")];

    private static int tests;

    private readonly string test = $"test-{Interlocked.Increment(ref tests)}";

    public FoldedGrains() => Factory = FoldingSilo.Grains(test);

    /// <summary>What a test wishes to go wrong in its grains' storage.</summary>
    public StorageFaults Faults => FoldingSilo.States.Faults(test);

    public IGrainFactory Factory { get; }

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

    public Task<ImmutableArray<Fetch>> Fetches(CentreNumber centre) => Factory.Results(Series, centre).GetFetches();

    /// <summary>A centre's downloads as the state file has them.</summary>
    public async Task<DownloadsState> Downloaded(CentreNumber centre)
        => JsonSerializer.Deserialize<DownloadsState>((await FoldingSilo.States.Read(new StateKey($"Results/{nameof(DownloadsState)}", $"{test}/{Series}/{centre}")))!.Value.Json!, ContractJson.Options)!;
}
