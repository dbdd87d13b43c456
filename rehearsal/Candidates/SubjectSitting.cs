using ResultsGrid.Awarding.Marks;
using ResultsGrid.Rehearsal.Catalogue;
using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>Adds one subject to a candidate's sitting.</summary>
/// <param name="earlierSeries">Codes of series that units may have been taken in, latest last.</param>
internal sealed class SubjectSitting(IReadOnlyList<string> earlierSeries)
{
    private const double FurtherOptionalUnit = 0.2;
    private const double SatTwiceBefore = 0.15;

    /// <summary>Special consideration gives at most 5 % of a paper's marks.</summary>
    private const double LargestAllowance = 0.05;

    private readonly List<Part> sat = [];
    private readonly HashSet<string> banked = [];

    public void Add(Sitting sitting, Subject subject, Route route, Ability ability, Irregularity irregularity, ref Dice dice)
    {
        sat.Clear();
        banked.Clear();
        if (irregularity == Irregularity.Unprepared) ability = ability.Unprepared();
        Choose(sitting, subject, route, ability, irregularity, ref dice);
        if (irregularity != Irregularity.NotCertified || subject.IsLinear) sitting.Certifications.Add(new(subject.Code, route.Option, Endorsement(subject, ability, ref dice)));
        if (!subject.IsLinear) sitting.UnitEntries.AddRange(sat.Select(part => part.Paper.Code));

        var firstMark = sitting.Marks.Count;
        foreach (var part in sat) sitting.Marks.Add(new(part.Paper.Code, MarkStatus.Marked, ability.RawMark(part.Paper, ref dice)));
        Disturb(sitting, firstMark, subject, route, irregularity, ref dice);
    }

    // Which papers are taken now, and which were before.
    private void Choose(Sitting sitting, Subject subject, Route route, Ability ability, Irregularity irregularity, ref Dice dice)
    {
        var missing = irregularity == Irregularity.UnitMissing && !subject.IsLinear ? dice.Below(route.Parts.Count(part => part.Mandatory)) : -1;
        var taken = Taken(route, missing, ref dice);
        var breaksRule = irregularity == Irregularity.TerminalRuleBroken && subject.Terminal is { SharePercent: > 0 };
        foreach (var part in taken)
        {
            var isBanked = breaksRule || irregularity != Irregularity.AbsentThroughout && dice.Happens(part.Banked);
            if (isBanked) Bank(sitting, part, ability, ref dice);
            if (!isBanked || !breaksRule && dice.Happens(part.Again)) sat.Add(part);
        }
    }

    private static List<Part> Taken(Route route, int missing, ref Dice dice)
    {
        var taken = route.Parts.Where(part => part.Mandatory).ToList();
        var optional = route.Parts.Where(part => !part.Mandatory).ToList();
        var wanted = route.UnitCount - taken.Count;
        if (missing >= 0) taken.RemoveAt(missing);
        if (optional.Count > wanted && dice.Happens(FurtherOptionalUnit)) wanted++;
        while (optional.Count > wanted) optional.RemoveAt(dice.Below(optional.Count));
        taken.AddRange(optional);
        return taken;
    }

    private void Bank(Sitting sitting, Part part, Ability ability, ref Dice dice)
    {
        banked.Add(part.Paper.Code);
        var sittings = dice.Happens(SatTwiceBefore) ? earlierSeries : [dice.Pick(earlierSeries)];
        foreach (var series in sittings)
        {
            var ums = ability.UniformMark(part.Paper, ref dice);
            sitting.EarlierResults.Add(new(part.Paper.Code, series, ums, part.Paper.GradeOf(ums)));
        }
    }

    private void Disturb(Sitting sitting, int firstMark, Subject subject, Route route, Irregularity irregularity, ref Dice dice)
    {
        if (sat.Count == 0) return;
        var place = dice.Below(sat.Count);
        var at = firstMark + place;
        var part = sat[place];
        var mark = sitting.Marks[at];
        var isOnlyResult = part.Mandatory && !banked.Contains(part.Paper.Code);
        switch (irregularity)
        {
            case Irregularity.AbsentThroughout:
                for (var paper = firstMark; paper < sitting.Marks.Count; paper++) sitting.Marks[paper] = Without(sitting.Marks[paper], MarkStatus.Absent);
                break;
            case Irregularity.AbsentOnce when sat.Count > 1 && isOnlyResult && !(part.IsFinalExamination && subject.Terminal is { SharePercent: > 0 }):
                sitting.Marks[at] = Without(mark, MarkStatus.Absent);
                break;
            case Irregularity.AbsentUnitGraded when isOnlyResult && subject.Terminal is null && !route.HasChoice:
                GradeWithout(sitting, firstMark, place, subject, route);
                break;
            case Irregularity.PartlyAbsent:
                sitting.Marks[at] = mark with { Status = MarkStatus.PartlyAbsent, RawMark = mark.RawMark / 2 };
                break;
            case Irregularity.Pending when isOnlyResult:
                sitting.Marks[at] = Without(mark, MarkStatus.Pending);
                break;
            case Irregularity.MarkMissing when isOnlyResult:
                sitting.Marks.RemoveAt(at);
                break;
            case Irregularity.NoResult when isOnlyResult:
                sitting.Marks[at] = Without(mark, MarkStatus.NoResult);
                break;
            case Irregularity.Allowance:
                sitting.Considerations.Add(new(part.Paper.Code, 1 + dice.Below((int)(part.Paper.MaximumMark * LargestAllowance)), "", ""));
                break;
        }
    }

    // The grade that the rest of the work points to, where the missed paper could have earned what is lacking.
    private void GradeWithout(Sitting sitting, int firstMark, int missed, Subject subject, Route route)
    {
        const double doubt = 0.03;
        if (banked.Count > 0) return;
        var part = sat[missed];
        var present = 0.0;
        for (var paper = 0; paper < sat.Count; paper++)
            if (paper != missed) present += sat[paper].Paper.RoughScore(sitting.Marks[firstMark + paper].RawMark!.Value);
        var expected = present * subject.MaximumTotal / (subject.MaximumTotal - part.Paper.MaximumScore);
        var decided = route.Boundaries.FirstOrDefault(boundary => boundary.Mark <= expected);
        if (decided is null || decided.Mark < present * (1 + doubt) || decided.Mark > present * (1 - doubt) + part.Paper.MaximumScore) return;
        sitting.Marks[firstMark + missed] = Without(sitting.Marks[firstMark + missed], MarkStatus.Absent);
        sitting.Considerations.Add(new(part.Paper.Code, null, subject.Code, decided.Grade));
    }

    private static Sitting.Mark Without(Sitting.Mark mark, MarkStatus status) => mark with { Status = status, RawMark = null };

    private static string Endorsement(Subject subject, Ability ability, ref Dice dice)
    {
        if (subject.EndorsementGrades.Length == 0) return "";
        var grades = subject.EndorsementGrades.Split(' ');
        // A pass or better for nearly all, the better the abler.
        var steps = (int)(1.4 - 0.7 * ability.Level - 0.5 * dice.Normal());
        return grades[Math.Clamp(steps - (4 - grades.Length), 0, grades.Length - 1)];
    }
}
