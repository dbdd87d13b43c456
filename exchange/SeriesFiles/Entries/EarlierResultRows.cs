using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>earlier-results.csv: unit results of earlier series that an award may count.</summary>
/// <param name="series">The package's series; null where it can't be read, and then nothing is held to be earlier.</param>
internal sealed class EarlierResultRows(CandidateRows candidates, AssessmentRows assessments, SeriesCode? series) : TableFile(
    SeriesFileNames.EarlierResults,
    PackageLimits.MaxEntryRows,
    "centre_number", "candidate_number", "assessment_code", "series", "ums", "grade")
{
    public override bool IsNeeded => false;

    public override void Read(Row row)
    {
        var candidate = candidates.NamedBy(row);
        var unit = assessments.NamedBy(row["assessment_code"]);
        var taken = row["series"].SeriesCode();
        var ums = row["ums"].Number(0, unit is { IsSound: true, IsUnit: true } ? unit.MaximumUms : AssessmentRows.MaxMark);
        var grade = row["grade"].Grade();
        if (unit is { IsSound: true }) HoldToUnit(row, unit, grade);
        if (taken != default && series is { } current && taken.Chronology().CompareTo(current.Chronology()) >= 0)
            row["series"].Refuse($"is not earlier than this series, {current}");
        if (row.IsFaulty || candidate is null || unit is null) return;

        if (Array.Exists(candidate.EarlierResults, result => (result.Assessment, result.Series) == (unit.Code, taken)))
            row["series"].Refuse("gives a second result of this unit in one series");
        else if (candidate.EarlierResults.Length == PackageLimits.MaxEntriesPerCandidate)
            row["series"].Refuse($"is one more than the {PackageLimits.MaxEntriesPerCandidate} earlier results that a candidate may have");
        else
            candidate.Add(new EarlierResult(unit.Code, taken, ums, grade));
    }

    private static void HoldToUnit(Row row, AssessmentDraft unit, Grade grade)
    {
        if (!unit.IsUnit) row["assessment_code"].Refuse("is a component, and only a unit's result is carried on");
        var gradeset = unit.Grades();
        if (grade != default && grade != Gradeset.Unclassified && gradeset.Count > 0 && !gradeset.Contains(grade))
            row["grade"].Refuse($"is neither U nor in the gradeset of {unit.Code}: {gradeset.AsList()}");
    }
}
