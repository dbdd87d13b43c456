using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>What a candidate brings to certification: the work, this series' results of it, and the specifications.</summary>
internal sealed record Candidacy(CandidateWork Work, AwardingBasis Basis, IReadOnlyList<AssessmentResult> Results)
{
    public AssessmentResult? ResultOf(AssessmentCode assessment)
    {
        foreach (var result in Results)
        {
            if (result.Assessment == assessment) return result;
        }

        return null;
    }

    /// <summary>The decision on an assessment that was missed in this series. A mark that came in after all sets it aside.</summary>
    public SpecialConsideration.AbsentUnit? DecisionOn(AssessmentCode assessment, QualificationCode qualification)
    {
        if (Work.SpecialConsiderations.Count == 0 || ResultOf(assessment)?.Outcome != Outcome.Absent) return null;
        return Work.SpecialConsiderations.OfType<SpecialConsideration.AbsentUnit>()
            .FirstOrDefault(decision => decision.Assessment == assessment && decision.Qualification == qualification);
    }
}
