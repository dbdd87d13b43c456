using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>unit-entries.csv: the units that each candidate takes in the series.</summary>
internal sealed class UnitEntryRows(CandidateRows candidates, AssessmentRows assessments) : TableFile(
    SeriesFileNames.UnitEntries,
    PackageLimits.MaxEntryRows,
    "centre_number", "candidate_number", "assessment_code")
{
    public override void Read(Row row)
    {
        var candidate = candidates.NamedBy(row);
        var cell = row["assessment_code"];
        var assessment = assessments.NamedBy(cell);
        if (assessment is { IsSound: true, IsUnit: false }) cell.Refuse("is a component, which is entered by the certification entry of its qualification");
        if (row.IsFaulty || candidate is null || assessment is null) return;

        if (candidate.IsEntered(assessment.Code)) cell.Refuse("is entered twice for this candidate");
        else if (candidate.Entries.Length == PackageLimits.MaxEntriesPerCandidate) cell.Refuse($"is one more than the {PackageLimits.MaxEntriesPerCandidate} entries that a candidate may have");
        else candidate.Add(assessment.Code);
    }
}
