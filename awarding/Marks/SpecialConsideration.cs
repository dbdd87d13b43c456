using System.Text.Json.Serialization;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Marks;

/// <summary>A decision of the board on circumstances beyond a candidate's control.</summary>
[JsonDerivedType(typeof(Allowance), "allowance")]
[JsonDerivedType(typeof(AbsentUnit), "absentUnit")]
public abstract record SpecialConsideration(AssessmentCode Assessment)
{
    /// <summary>Raw marks added to the mark given, never past the maximum.</summary>
    public sealed record Allowance(AssessmentCode Assessment, int Marks) : SpecialConsideration(Assessment);

    /// <summary>
    /// The award's grade was decided without the missed assessment: its enhancement is the score linked to that grade
    /// less the sum of what is present (domain 4.6), shown against the missed assessment.
    /// </summary>
    public sealed record AbsentUnit(AssessmentCode Assessment, QualificationCode Qualification, Grade Grade) : SpecialConsideration(Assessment);
}
