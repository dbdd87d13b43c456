using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>qualification-boundaries.csv: the lowest total for each grade of an option.</summary>
internal sealed class QualificationBoundaryRows(OptionRows options) : TableFile(
    SeriesFileNames.QualificationBoundaries,
    PackageLimits.MaxBasedataRows,
    "qualification_code", "option", "grade", "mark", "provenance")
{
    public override void Read(Row row)
    {
        var option = options.NamedBy(row);
        var qualification = option?.Qualification is { IsSound: true } sound ? sound : null;
        var grade = row["grade"].Grade();
        var mark = row["mark"].Number(0, qualification?.MaximumTotal ?? QualificationRows.MaxTotal);
        var provenance = row["provenance"].Provenance();
        if (option is null) return;

        if (row.IsFaulty)
            option.HasFaultyParts = true;
        else if (qualification is not null && !qualification.Grades.Contains(grade))
            row["grade"].Refuse($"is not in gradeset {qualification.Gradeset.Code} of {qualification.Code}");
        else if (option.Boundaries.Find(boundary => boundary.Grade == grade) is { } earlier)
            row["grade"].Refuse($"has a boundary in line {earlier.Line} already");
        else
            option.Boundaries.Add(new BoundaryLine(row.Line, grade, mark, Ums: null, provenance));
    }
}
