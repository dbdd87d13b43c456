using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Grains.Publication;

/// <summary>Asks the grains for a centre's results as they stand now.</summary>
public sealed class CentreAssembler(IGrainFactory grains)
{
    /// <returns>The results, or the reason why there are none to publish.</returns>
    public async Task<(CentreResults? Results, string? Reason)> Assemble(
        SeriesCode series, CentreNumber centre, ImmutableArray<CandidateNumber> numbers, SeriesBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (numbers.IsEmpty) return (null, "The centre has no candidates in this series.");
        var candidates = await numbers.Gather(number => grains.Candidate(series, centre, number).GetResults());
        if (numbers.Zip(candidates).FirstOrDefault(pair => pair.Second is null) is { Second: null, First: var unawarded } && candidates.Contains(null))
            return (null, $"Candidate {unawarded} has no results: award the series again.");

        var name = (await grains.Centre(centre).GetProfile())?.Name ?? "";
        return (CentreResultsAssembly.Assemble(basis.Specifications, basis.Profile, centre, name, [.. candidates.OfType<CandidateResults>()]), null);
    }
}
