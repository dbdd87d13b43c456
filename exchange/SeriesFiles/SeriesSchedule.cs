using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>What series.json says. Times are wall times in Europe/London.</summary>
internal sealed record SeriesSchedule(
    SeriesCode Series,
    string Title,
    string BasedataVersion,
    DateTime RestrictedRelease,
    DateTime CandidateRelease,
    string? Notice);
