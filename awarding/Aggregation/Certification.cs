using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Grading;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Decides the award that a certification entry asks for.</summary>
internal sealed class Certification
{
    private readonly CertificationEntry entry;
    private readonly Candidacy candidacy;
    private readonly Qualification qualification;
    private readonly QualificationOption option;

    /// <exception cref="ArgumentException">The basis lacks the qualification or its option.</exception>
    public Certification(CertificationEntry entry, Candidacy candidacy)
    {
        this.entry = entry;
        this.candidacy = candidacy;
        qualification = candidacy.Basis.QualificationOf(entry.Qualification);
        option = qualification.Options.FirstOrDefault(option => option.Code == entry.Option)
            ?? throw new ArgumentException($"{entry.Qualification} has no option '{entry.Option}'.");
    }

    public AwardDecision Decide()
    {
        if (!candidacy.Work.HasSingleUci) return Without(Outcome.NoResult, Reasons.TwoUcis);
        var places = option.Contributions.Select(new Places(candidacy, qualification).Of).ToList();
        var optional = Math.Max(0, option.UnitCount - places.Count(place => place.IsFixed));
        if (Permission.WhyNot(places, optional, qualification.Structure) is { } reason) return Without(Outcome.NoResult, reason);

        var best = BestCombination.Of(places, optional, TerminalUms(qualification));
        if (best is null) return Without(Outcome.NoResult, Reasons.TerminalShare(qualification.Terminal!.SharePercent));

        var counted = best.Sittings;
        var pending = counted.Where(sitting => sitting.Outcome == Outcome.Pending).Select(sitting => sitting.Assessment.Code).ToList();
        if (pending.Count > 0) return Without(Outcome.Pending, Reasons.NotFinal(pending));
        if (counted.All(sitting => sitting.Outcome == Outcome.Absent)) return Without(Outcome.NoResult, Reasons.NoWork(qualification.Structure));

        var missed = places.Where(place => place.IsEnhanced).Select(place => place.Assessment).OrderBy(assessment => assessment.Code).ToList();
        return missed.Count == 0 ? Graded(counted) : Decided(counted, missed);
    }

    private static int TerminalUms(Qualification qualification)
        => qualification.Terminal is { } rule ? ((rule.SharePercent * qualification.MaximumTotal) + 99) / 100 : 0;

    private AwardDecision Graded(IReadOnlyList<Sitting> counted)
    {
        var total = HalfUp.Whole(counted.Sum(sitting => sitting.Score));
        var grade = AStarAward.Of(Boundaries.GradeOf(total, option.Boundaries), total, qualification.AStar, counted);
        return new AwardDecision(Award(grade, total, counted), []);
    }

    // The board decided the grade; the figures are made to fit it, not the other way round.
    private AwardDecision Decided(IReadOnlyList<Sitting> counted, List<Assessment> missed)
    {
        var grade = candidacy.DecisionOn(missed[0].Code, qualification.Code)!.Grade;
        var enhancements = Enhancements.Of(grade, counted.Sum(sitting => sitting.Score), missed, qualification, option);
        var scores = enhancements.ToDictionary(enhancement => enhancement.Assessment, enhancement => enhancement.Score);
        List<Sitting> enhanced = [.. counted.Select(sitting => sitting with { Score = sitting.Score + scores.GetValueOrDefault(sitting.Assessment.Code) })];
        return new AwardDecision(Award(grade, HalfUp.Whole(enhanced.Sum(sitting => sitting.Score)), enhanced), enhancements);
    }

    private Award Award(Grade grade, int total, IReadOnlyList<Sitting> counted) => new(
        entry.Qualification,
        entry.Option,
        Outcome.Graded,
        grade,
        total,
        PartialAbsence: counted.Any(sitting => sitting.PartialAbsence),
        entry.Endorsement,
        [.. counted.Select(sitting => new CountedResult(sitting.Assessment.Code, sitting.Series, sitting.Score))],
        Reason: null);

    private AwardDecision Without(Outcome outcome, string reason) => new(
        new Award(entry.Qualification, entry.Option, outcome, Grade: null, Total: null, PartialAbsence: false, entry.Endorsement, [], reason),
        []);
}
