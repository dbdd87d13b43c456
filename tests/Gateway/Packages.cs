using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Gateway;

/// <summary>A small invented series whose restricted release is a minute after <see cref="FakeClock.EveOfResultsDay"/> and two.</summary>
public static class Packages
{
    public static readonly SeriesCode Series = SeriesCode.Parse("6B26");

    /// <summary>00:01 London time on 13 August 2026.</summary>
    public static readonly DateTimeOffset RestrictedRelease = FakeClock.EveOfResultsDay.AddMinutes(2);

    /// <summary>08:00 London time the day after.</summary>
    public static readonly DateTimeOffset CandidateRelease = new(2026, 8, 14, 7, 0, 0, TimeSpan.Zero);

    public static readonly RehearsalPlan Plan = new(
        Series, "June 2026 GCE", "6B26-01", new DateTime(2026, 8, 13, 0, 1, 0), new DateTime(2026, 8, 14, 8, 0, 0),
        Centres: 3, Candidates: 60, Seed: 7, RehearsalSubjects.Gce, "Invented for a test");

    public static IReadOnlyList<CentreNumber> Centres { get; } = [.. RehearsalSeries.CentreNumbers(Plan)];

    public static byte[] Package { get; } = Write(Plan);

    public static byte[] Write(RehearsalPlan plan)
    {
        using var zip = new MemoryStream();
        RehearsalSeries.Write(zip, plan);
        return zip.ToArray();
    }
}
