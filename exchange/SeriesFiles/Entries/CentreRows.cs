using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>centres.csv: every centre with candidates in the series.</summary>
internal sealed class CentreRows() : TableFile(SeriesFileNames.Centres, PackageLimits.MaxCentres, "centre_number", "name")
{
    private readonly Dictionary<CentreNumber, (int Line, string Name)> centres = [];

    public IEnumerable<(CentreNumber Number, string Name)> InOrder => centres.OrderBy(centre => centre.Key).Select(centre => (centre.Key, centre.Value.Name));

    /// <summary>The centre that a cell names; that it isn't in the file is then a fault.</summary>
    public CentreNumber NamedBy(Cell cell)
    {
        var number = cell.CentreNumber();
        if (number != default && IsWhole && !centres.ContainsKey(number)) cell.Refuse($"is not in {Name}");
        return number;
    }

    public override void Read(Row row)
    {
        var number = row["centre_number"].CentreNumber();
        var name = row["name"].Text(PackageLimits.MaxTitleCharacters);
        if (number != default && !centres.TryAdd(number, (row.Line, name)))
            row["centre_number"].Refuse($"stands in line {centres[number].Line} already");
    }
}
