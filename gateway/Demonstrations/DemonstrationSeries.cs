using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>One of the demonstration's three series.</summary>
public sealed record DemonstrationSeries(ReleaseState State, RehearsalPlan Plan)
{
    private const int Centres = 100;
    private const string Notice = "Demonstration: invented data, no real centre or candidate";
    private static readonly TimeSpan AMinutePastMidnight = new(0, 1, 0);
    private static readonly TimeSpan EightInTheMorning = new(8, 0, 0);

    /// <summary>Released, restricted and embargoed, seen from <paramref name="now"/>; 10,000 candidates together.</summary>
    public static IReadOnlyList<DemonstrationSeries> All(DateTimeOffset now, TimeSpan releaseIn)
    {
        var london = LondonTime.AtLondon(now).DateTime;
        var lastMidnight = london.TimeOfDay >= AMinutePastMidnight ? london.Date : london.Date.AddDays(-1);
        var opens = CeilingToMinute(LondonTime.AtLondon(now + releaseIn).DateTime);
        var year = (london.Month > 8 ? london.Year : london.Year - 1) % 100;
        return
        [
            Create(ReleaseState.Released, "6B", "June 20{0} GCE", year, lastMidnight.AddDays(-90) + AMinutePastMidnight, lastMidnight.AddDays(-89) + EightInTheMorning, 3_500, RehearsalSubjects.Gce),
            Create(ReleaseState.Restricted, "6A", "June 20{0} GCSE", year, lastMidnight + AMinutePastMidnight, lastMidnight.AddDays(1) + EightInTheMorning, 4_000, RehearsalSubjects.Gcse),
            Create(ReleaseState.Embargoed, "6C", "June 20{0} Cambridge vocational", year, opens, opens.Date.AddDays(1) + EightInTheMorning, 2_500, RehearsalSubjects.Vocational),
        ];
    }

    private static DemonstrationSeries Create(
        ReleaseState state, string series, string title, int year, DateTime restricted, DateTime candidate, int candidates, RehearsalSubjects subjects)
    {
        var code = SeriesCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{series}{year:D2}"));
        return new(state, new RehearsalPlan(
            code, string.Format(CultureInfo.InvariantCulture, title, year) + " (demonstration)", $"{code}-01", restricted, candidate, Centres, candidates, Seed: 1, subjects, Notice));
    }

    private static DateTime CeilingToMinute(DateTime moment)
        => moment.AddTicks((TimeSpan.TicksPerMinute - (moment.Ticks % TimeSpan.TicksPerMinute)) % TimeSpan.TicksPerMinute);
}
