using ResultsGrid.Awarding.Marks;
using ResultsGrid.Exchange.SeriesFiles.Basedata;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>marks.csv: what each candidate was given in what they entered. An entry without a line here is pending.</summary>
/// <param name="entries">The files that enter a candidate for something: where every line of theirs was read, what is not there was not entered.</param>
internal sealed class MarkRows(CandidateRows candidates, AssessmentRows assessments, IReadOnlyList<TableFile> entries) : TableFile(
    SeriesFileNames.Marks,
    PackageLimits.MaxEntryRows,
    "centre_number", "candidate_number", "assessment_code", "status", "mark")
{
    public override void Read(Row row)
    {
        var candidate = candidates.NamedBy(row);
        var assessment = assessments.NamedBy(row["assessment_code"]);
        var status = row["status"].Word(Words.Status);
        var mark = row["mark"].NumberOrBlank(0, assessment is { IsSound: true } ? assessment.MaximumMark : AssessmentRows.MaxMark);
        if (!row.IsFaulty) HoldToStatus(row, status, mark);
        if (row.IsFaulty || candidate is null || assessment is null) return;

        if (!candidate.IsEntered(assessment.Code))
        {
            if (entries.All(file => file.IsWhole)) row["assessment_code"].Refuse("has a mark without an entry of this candidate");
        }
        else if (candidate.MarkIn(assessment.Code) is not null)
        {
            row["assessment_code"].Refuse("is marked twice for this candidate");
        }
        else
        {
            candidate.Add(new AssessmentMark(assessment.Code, status, mark));
        }
    }

    private static void HoldToStatus(Row row, MarkStatus status, int? mark)
    {
        var needsMark = status is MarkStatus.Marked or MarkStatus.PartlyAbsent;
        if (needsMark && mark is null) row["mark"].Refuse($"is blank, and status {row["status"].Raw} needs a mark");
        if (!needsMark) row["mark"].RefuseUnlessBlank($"is given, but status {row["status"].Raw} has none");
    }
}
