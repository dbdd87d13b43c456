using ResultsGrid.Awarding.Codes;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.National;

/// <summary>A country's summer in one series: every kind of qualification, half of them linear, about four results a candidate.</summary>
public static class NationalSeries
{
    public const int Centres = 5_000;
    public const int Candidates = 500_000;

    /// <summary>Released in the past unless it is put off, so that a drill by the real clock may read what it published.</summary>
    public static RehearsalPlan Plan(int centres, int candidates, int seed) => new(
        SeriesCode.Parse("6B26"),
        "June 2026 (invented)",
        "6B26-01",
        RestrictedRelease: new DateTime(2026, 8, 13, 0, 1, 0),
        CandidateRelease: new DateTime(2026, 8, 14, 8, 0, 0),
        centres,
        candidates,
        seed,
        RehearsalSubjects.National,
        "Benchmark: invented data, no real centre or candidate");
}
