using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>options.csv: the routes to each qualification; one with a blank code where there is one route.</summary>
internal sealed class OptionRows(QualificationRows qualifications) : TableFile(
    SeriesFileNames.Options,
    PackageLimits.MaxBasedataRows,
    "qualification_code", "option", "tier", "unit_count")
{
    /// <returns>Null where the row names none; that it doesn't exist is then a fault already.</returns>
    public OptionDraft? NamedBy(Row row)
    {
        var qualification = qualifications.NamedBy(row["qualification_code"]);
        var code = row["option"].OptionCode();
        if (qualification is null) return null;
        if (qualification.Options.TryGetValue(code, out var option)) return option;
        if (!row.IsFaulty && IsWhole) row["option"].Refuse($"is no option of {qualification.Code} in {Name}");
        return null;
    }

    public override void Read(Row row)
    {
        var qualification = qualifications.NamedBy(row["qualification_code"]);
        var code = row["option"].OptionCode();
        var tier = row["tier"].Word(Words.Tier);
        var unitCount = row["unit_count"].Number(1, QualificationRows.MaxUnits);
        if (qualification is null) return;

        var option = new OptionDraft
        {
            Line = row.Line,
            Code = code,
            IsSound = !row.IsFaulty,
            Qualification = qualification,
            Tier = tier,
            UnitCount = unitCount,
        };
        if (!qualification.Options.TryAdd(code, option))
            row["option"].Refuse($"stands in line {qualification.Options[code].Line} already");
    }
}
