using System.Globalization;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>The broadsheet as a table: a line a candidate; grade, total, endorsement of each qualification, grade and uniform mark of each unit.</summary>
public static class BroadsheetTable
{
    private static readonly DocumentColumn[] CandidateColumns = DocumentColumn.Texts(
        "series", "centre_number", "centre_name", "candidate_number", "family_name", "forenames", "date_of_birth", "uci", "uln");

    /// <returns>Columns of what a candidate did not take are blank; the last column, notice, is blank in a real series.</returns>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static DocumentTable Of(CentreResults results)
    {
        var broadsheet = Broadsheet.Of(results);
        return new DocumentTable(
            "Broadsheet",
            [
                .. CandidateColumns,
                .. results.Qualifications.SelectMany(qualification => AwardColumns($"{qualification.Code}")),
                .. broadsheet.Units.SelectMany(unit => UnitColumns($"{unit.Code}")),
                new("notice"),
            ],
            [.. broadsheet.Rows.Select(row => Line(broadsheet, row))]);
    }

    private static DocumentColumn[] AwardColumns(string code) => [new($"{code} grade"), new($"{code} total", ColumnKind.Number), new($"{code} endorsement")];

    private static DocumentColumn[] UnitColumns(string code) => [new($"{code} grade"), new($"{code} ums", ColumnKind.Number)];

    private static string[] Line(Broadsheet broadsheet, BroadsheetRow row)
    {
        var results = broadsheet.Results;
        var candidate = row.Candidate;
        var awards = row.Awards.ToLookup(award => award.Qualification);
        var units = row.Units.ToLookup(unit => unit.Unit);
        return
        [
            results.Series.ToString(), results.Centre.ToString(), results.CentreName,
            candidate.Number.ToString(), candidate.Name.FamilyName, candidate.Name.Forenames,
            candidate.DateOfBirth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), candidate.Uci.ToString(), candidate.Uln?.ToString() ?? "",
            .. results.Qualifications.SelectMany(qualification => AwardFields(awards[qualification.Code])),
            .. broadsheet.Units.SelectMany(unit => UnitFields(units[unit.Code])),
            results.Notice ?? "",
        ];
    }

    // Two options of one qualification are two awards in one column; neither may be lost.
    private static string[] AwardFields(IEnumerable<BroadsheetAward> awards) =>
    [
        string.Join("; ", awards.Select(award => award.Grade)),
        string.Join("; ", awards.Select(award => Figure(award.Total))),
        string.Join("; ", awards.Select(award => award.Endorsement)),
    ];

    private static string[] UnitFields(IEnumerable<BroadsheetUnit> units) =>
    [
        string.Join("; ", units.Select(unit => unit.Grade)),
        string.Join("; ", units.Select(unit => Figure(unit.Ums))),
    ];

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}
