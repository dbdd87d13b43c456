using ResultsGrid.Awarding.Marks;
using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>special-consideration.csv: marks added to what a candidate was given, and grades decided without a unit that they missed.</summary>
/// <param name="work">The files of entries and marks: where every line of theirs was read, what is not there was not entered or given.</param>
internal sealed class SpecialConsiderationRows(
    CandidateRows candidates, AssessmentRows assessments, QualificationRows qualifications, IReadOnlyList<TableFile> work) : TableFile(
    SeriesFileNames.SpecialConsideration,
    PackageLimits.MaxEntryRows,
    "centre_number", "candidate_number", "assessment_code", "kind", "marks", "qualification_code", "grade")
{
    public override bool IsNeeded => false;

    private bool WorkIsWhole => work.All(file => file.IsWhole);

    public override void Read(Row row)
    {
        var candidate = candidates.NamedBy(row);
        var assessment = assessments.NamedBy(row["assessment_code"]);
        var isAllowance = row["kind"].WordOrBlank(Words.SpecialConsideration);
        if (row["kind"].IsBlank) row["kind"].Refuse($"is blank, and must be {Words.SpecialConsideration.Expected}");
        if (isAllowance is null) return;

        SpecialConsideration? decision = isAllowance.Value ? Allowance(row, candidate, assessment) : AbsentUnit(row, candidate, assessment);
        if (row.IsFaulty || decision is null || candidate is null) return;

        if (Array.Exists(candidate.SpecialConsiderations, other => IsSameMatter(other, decision)))
            row["assessment_code"].Refuse("is decided on twice for this candidate");
        else if (candidate.SpecialConsiderations.Length == PackageLimits.MaxEntriesPerCandidate)
            row["assessment_code"].Refuse($"is one more than the {PackageLimits.MaxEntriesPerCandidate} decisions that a candidate may have");
        else
            candidate.Add(decision);
    }

    private SpecialConsideration.Allowance? Allowance(Row row, CandidateDraft? candidate, AssessmentDraft? assessment)
    {
        var marks = row["marks"].Number(1, assessment is { IsSound: true } ? assessment.MaximumMark : AssessmentRows.MaxMark);
        row["qualification_code"].RefuseUnlessBlank("is given, but an allowance is made in an assessment alone");
        row["grade"].RefuseUnlessBlank("is given, but an allowance adds marks and decides no grade");
        if (row.IsFaulty || candidate is null || assessment is null || !IsEntered(row, candidate, assessment)) return null;
        if (candidate.MarkIn(assessment.Code)?.Status is MarkStatus.Absent or MarkStatus.NoResult)
            row["assessment_code"].Refuse("has no mark of this candidate that an allowance could be added to");
        return new SpecialConsideration.Allowance(assessment.Code, marks);
    }

    private SpecialConsideration.AbsentUnit? AbsentUnit(Row row, CandidateDraft? candidate, AssessmentDraft? assessment)
    {
        var qualification = qualifications.NamedBy(row["qualification_code"]);
        var grade = row["grade"].Grade();
        row["marks"].RefuseUnlessBlank("is given, but a decision on an absent unit gives the grade and no marks");
        if (qualification is { IsSound: true } && grade != default && !qualification.Grades.Contains(grade))
            row["grade"].Refuse($"is not in gradeset {qualification.Gradeset.Code} of {qualification.Code}");
        if (row.IsFaulty || candidate is null || assessment is null || qualification is null) return null;

        if (!IsEntered(row, candidate, assessment) || !WorkIsWhole) return null;
        if (candidate.MarkIn(assessment.Code)?.Status != MarkStatus.Absent)
            row["assessment_code"].Refuse("is not marked as absent for this candidate");
        if (Array.Find(candidate.CertificationEntries, entry => entry.Qualification == qualification.Code) is not { } certified)
            row["qualification_code"].Refuse("is not certified by this candidate");
        else if (!qualification.Options[certified.Option].Contributions.Exists(part => part.Assessment == assessment))
            row["assessment_code"].Refuse($"does not count towards {qualification.Options[certified.Option].Name}");
        return new SpecialConsideration.AbsentUnit(assessment.Code, qualification.Code, grade);
    }

    private bool IsEntered(Row row, CandidateDraft candidate, AssessmentDraft assessment)
    {
        var isEntered = candidate.IsEntered(assessment.Code);
        if (!isEntered && WorkIsWhole) row["assessment_code"].Refuse("is not entered by this candidate");
        return isEntered;
    }

    private static bool IsSameMatter(SpecialConsideration one, SpecialConsideration other) => (one, other) switch
    {
        (SpecialConsideration.Allowance, SpecialConsideration.Allowance) => one.Assessment == other.Assessment,
        (SpecialConsideration.AbsentUnit first, SpecialConsideration.AbsentUnit second)
            => (first.Assessment, first.Qualification) == (second.Assessment, second.Qualification),
        _ => false,
    };
}
