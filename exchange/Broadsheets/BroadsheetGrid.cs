using System.Globalization;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>One grid of the printed broadsheet: candidates down, qualifications or units across.</summary>
/// <param name="Title">What its cells say and how its rows are ordered.</param>
/// <param name="Codes">Of its columns, in order.</param>
public sealed record BroadsheetGrid(string Title, IReadOnlyList<string> Codes, IReadOnlyList<BroadsheetGridRow> Rows)
{
    /// <summary>In the order in which they are printed. A code that nobody has a result for has no column, and a grid without columns is left out.</summary>
    public static IReadOnlyList<BroadsheetGrid> AllOf(Broadsheet broadsheet)
    {
        ArgumentNullException.ThrowIfNull(broadsheet);
        var byNumber = broadsheet.Rows;
        var byName = byNumber.OrderBy(row => row.Candidate.Name, NameOrder.Instance).ToList();
        var qualifications = broadsheet.Results.Qualifications.Select(qualification => qualification.Code).ToList();
        var units = broadsheet.Units.Select(unit => unit.Code).ToList();
        BroadsheetGrid[] grids =
        [
            Of("Grades by candidate number", qualifications, byNumber, row => row.Awards, award => award.Qualification, Grades),
            Of("Grades by name", qualifications, byName, row => row.Awards, award => award.Qualification, Grades),
            Of("Total marks and endorsements by candidate number", qualifications, byNumber, row => row.Awards, award => award.Qualification, Totals),
            Of("Unit grades and uniform marks by candidate number", units, byNumber, row => row.Units, unit => unit.Unit, Units),
            Of("Unit grades and uniform marks by name", units, byName, row => row.Units, unit => unit.Unit, Units),
        ];
        return [.. grids.Where(grid => grid.Codes.Count > 0)];
    }

    private static BroadsheetGrid Of<TResult, TCode>(
        string title, IReadOnlyList<TCode> codes, IReadOnlyList<BroadsheetRow> rows, Func<BroadsheetRow, IEnumerable<TResult>> results, Func<TResult, TCode> codeOf, Func<IReadOnlyList<TResult>, string> cell)
        where TCode : struct
    {
        var cells = rows.Select(row => results(row).GroupBy(codeOf).ToDictionary(group => group.Key, group => cell([.. group]))).ToList();
        var shown = codes.Where(code => cells.Exists(row => row.GetValueOrDefault(code) is { Length: > 0 })).ToList();
        return new BroadsheetGrid(title, [.. shown.Select(code => $"{code}")], [.. rows.Zip(cells, (row, texts) => new BroadsheetGridRow(row.Candidate, [.. shown.Select(code => texts.GetValueOrDefault(code, ""))]))]);
    }

    // Two options of one qualification are two awards in one cell; the option then tells them apart.
    private static string Grades(IReadOnlyList<BroadsheetAward> awards)
        => string.Join('\n', awards.Select(award => award.Grade + (awards.Count > 1 && award.Option.Length > 0 ? $" ({award.Option})" : "")));

    private static string Totals(IReadOnlyList<BroadsheetAward> awards)
        => string.Join('\n', awards.SelectMany(award => new[] { Figure(award.Total), award.Endorsement }).Where(text => text.Length > 0));

    private static string Units(IReadOnlyList<BroadsheetUnit> units)
        => string.Join('\n', units.SelectMany(unit => new[] { unit.Grade, Figure(unit.Ums) }).Where(text => text.Length > 0));

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}
