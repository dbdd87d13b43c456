using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>assessment-boundaries.csv: the lowest raw mark for each grade of a unit, and a component's notional ones.</summary>
internal sealed class AssessmentBoundaryRows(AssessmentRows assessments) : TableFile(
    SeriesFileNames.AssessmentBoundaries,
    PackageLimits.MaxBasedataRows,
    "assessment_code", "grade", "mark", "ums", "provenance")
{
    public override void Read(Row row)
    {
        var assessment = assessments.NamedBy(row["assessment_code"]);
        var (maximumMark, maximumUms) = assessment is { IsSound: true }
            ? (assessment.MaximumMark, assessment.AttainableUms ?? assessment.MaximumUms)
            : (AssessmentRows.MaxMark, AssessmentRows.MaxMark);
        var grade = row["grade"].Grade();
        var mark = row["mark"].NumberOrBlank(0, maximumMark);
        if (assessment is { IsSound: true, IsUnit: false }) row["ums"].RefuseUnlessBlank("is given, but a component has no uniform marks");
        var ums = row["ums"].NumberOrBlank(0, maximumUms);
        var provenance = row["provenance"].Provenance();
        if (assessment is null) return;
        if (row.IsFaulty)
        {
            assessment.HasFaultyParts = true;
            return;
        }

        var isHigherE = (assessment.Level, assessment.Tier, grade.ToString()) == (UnitLevel.Gcse, Tier.Higher, "E");
        if (mark is null && assessment.IsSound && !isHigherE)
            row["mark"].Refuse("is blank, and only the Higher tier's allowed E may be computed");
        if (ums is null && assessment is { IsSound: true, Level: UnitLevel.Vocational or UnitLevel.GradePoints })
            row["ums"].Refuse("is blank, and a vocational unit gives the uniform mark of each boundary");
        if (assessment.Boundaries.Find(boundary => boundary.Grade == grade) is { } earlier)
            row["grade"].Refuse($"has a boundary in line {earlier.Line} already");
        assessment.HasFaultyParts |= row.IsFaulty;
        if (!row.IsFaulty) assessment.Boundaries.Add(new BoundaryLine(row.Line, grade, mark, ums, provenance));
    }
}
