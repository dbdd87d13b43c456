using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>contributions.csv: which assessments may count towards which option.</summary>
internal sealed class ContributionRows(OptionRows options, AssessmentRows assessments) : TableFile(
    SeriesFileNames.Contributions,
    PackageLimits.MaxBasedataRows,
    "qualification_code", "option", "assessment_code", "requirement")
{
    public override void Read(Row row)
    {
        var option = options.NamedBy(row);
        var assessment = assessments.NamedBy(row["assessment_code"]);
        var mandatory = row["requirement"].Word(Words.Requirement);
        if (option is not null) option.HasFaultyParts |= row.IsFaulty;
        if (assessment is not null) assessment.HasFaultyParts |= row.IsFaulty;
        if (option is null || assessment is null) return;

        assessment.Qualifications.Add(option.Qualification);
        if (option.Contributions.Find(other => other.Assessment == assessment) is { } earlier)
            row["assessment_code"].Refuse($"contributes to {option.Name} by line {earlier.Line} already");
        else if (option.Contributions.Count == QualificationRows.MaxUnits)
            row["assessment_code"].Refuse($"is one more than the {QualificationRows.MaxUnits} that may contribute to an option");
        else
            option.Contributions.Add(new ContributionDraft(row.Line, assessment, mandatory));

        if (!row.IsFaulty && assessment.IsSound && option is { IsSound: true, Qualification.IsSound: true })
            HoldToOption(row, option, assessment, mandatory);
    }

    private static void HoldToOption(Row row, OptionDraft option, AssessmentDraft assessment, bool mandatory)
    {
        var qualification = option.Qualification;
        if (assessment.Kind != qualification.Counts)
            row["assessment_code"].Refuse($"is a {(assessment.IsUnit ? "unit" : "component")}, and {qualification.Code} is {(assessment.IsUnit ? "linear" : "unitised")}");
        else if (!mandatory && qualification.Structure == Structure.Linear)
            row["requirement"].Refuse("must be mandatory: a linear total is made of all components of the option");
        else if (option.Tier != Tier.Untiered && assessment.Tier != Tier.Untiered && option.Tier != assessment.Tier)
            row["assessment_code"].Refuse($"is of the {assessment.Tier} tier, and {option.Name} of the {option.Tier}");
    }
}
