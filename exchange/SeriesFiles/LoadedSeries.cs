using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>A whole series as its files give it, valid in every part.</summary>
/// <param name="RestrictedRelease">When centres may see results; Europe/London wall time, proposed until approved.</param>
/// <param name="CandidateRelease">When candidates may; Europe/London wall time, not before the restricted release.</param>
/// <param name="Notice">Printed on every document where the data is not real; null in a real series.</param>
/// <param name="Centres">In centre-number order.</param>
public sealed record LoadedSeries(
    SeriesCode Series,
    string Title,
    string BasedataVersion,
    DateTime RestrictedRelease,
    DateTime CandidateRelease,
    string? Notice,
    IReadOnlyList<Qualification> Qualifications,
    IReadOnlyList<Assessment> Assessments,
    IReadOnlyList<CentreEntry> Centres);
