using static ResultsGrid.Exchange.Edi.EdiJustification;
using static ResultsGrid.Exchange.Edi.EdiProvenance;
using static ResultsGrid.Exchange.Edi.EdiRecord;

namespace ResultsGrid.Exchange.Edi;

/// <summary>The one table that results files are written and read by: a JCQ-style profile of our own, no claim of conformity.</summary>
/// <remarks>
/// Three things are published and kept: the file name, grades of at most 2 characters, and byte 37 of the candidate record
/// saying how bytes 38 to 52 are read. Whoever has the real layout corrects the rows here and no other code.
/// docs/edi-profile.md shows this table; a test holds the two equal.
/// </remarks>
public static class EdiLayout
{
    /// <summary>Bytes of every record, line end not counted.</summary>
    public const int RecordLength = 110;

    /// <summary>The profile and its version, in every header. Not a version of the real format.</summary>
    public const string FormatVersion = "RG01";

    /// <summary>This awarding body's identifier.</summary>
    public const string AwardingBody = "01";

    public static readonly IReadOnlyList<EdiField> Fields =
    [
        new(Header, "", "record type", 1, 2, Left, ' ', Own),
        new(Header, "", "awarding body", 3, 2, Left, ' ', RulePublished),
        new(Header, "", "centre number", 5, 5, Left, ' ', RulePublished),
        new(Header, "", "series code", 10, 4, Left, ' ', RulePublished),
        new(Header, "", "format version", 14, 4, Left, ' ', RulePublished),
        new(Header, "", "basedata version", 18, 20, Left, ' ', Own),
        new(Header, "", "content", 38, 1, Left, ' ', Own),
        new(Header, "", "sequence number", 39, 6, Right, '0', RulePublished),
        new(Header, "", "notice", 45, 60, Left, ' ', Own),
        new(Header, "", "filler", 105, 6, Left, ' ', Own),

        new(Candidate, "", "record type", 1, 2, Left, ' ', Own),
        new(Candidate, "", "centre number", 3, 5, Left, ' ', Own),
        new(Candidate, "", "candidate number", 8, 4, Left, ' ', Own),
        new(Candidate, "", "UCI", 12, 13, Left, ' ', Own),
        new(Candidate, "", "element code", 25, 10, Left, ' ', Own),
        new(Candidate, "", "option", 35, 2, Left, ' ', Own),
        new(Candidate, "", "flag", 37, 1, Left, ' ', Published),
        new(Candidate, "GE", "first grade", 38, 2, Left, ' ', RulePublished),
        new(Candidate, "XQ", "result code", 38, 2, Left, ' ', RulePublished),
        new(Candidate, "A", "no grade", 38, 4, Left, ' ', Own),
        new(Candidate, "GE", "second grade", 40, 2, Left, ' ', RulePublished),
        new(Candidate, "XQ", "no second grade", 40, 2, Left, ' ', Own),
        new(Candidate, "", "partial absence", 42, 1, Left, ' ', Own),
        new(Candidate, "GA", "mark", 43, 4, Right, '0', RulePublished),
        new(Candidate, "EXQ", "endorsement", 43, 2, Left, ' ', RulePublished),
        new(Candidate, "EXQ", "no mark", 45, 8, Left, ' ', RulePublished),
        new(Candidate, "GA", "maximum mark", 47, 4, Right, '0', Own),
        new(Candidate, "GA", "filler", 51, 2, Left, ' ', Own),
        new(Candidate, "", "name", 53, 40, Left, ' ', RulePublished),
        new(Candidate, "", "date of birth", 93, 8, Left, ' ', Own),
        new(Candidate, "", "ULN", 101, 10, Left, ' ', Own),

        new(Trailer, "", "record type", 1, 2, Left, ' ', Own),
        new(Trailer, "", "awarding body", 3, 2, Left, ' ', Own),
        new(Trailer, "", "centre number", 5, 5, Left, ' ', Own),
        new(Trailer, "", "award records", 10, 6, Right, '0', Own),
        new(Trailer, "", "unit records", 16, 6, Right, '0', Own),
        new(Trailer, "", "all records", 22, 7, Right, '0', Own),
        new(Trailer, "", "check total", 29, 12, Right, '0', Own),
        new(Trailer, "", "filler", 41, 70, Left, ' ', Own),
    ];

    /// <summary>The row of a field.</summary>
    internal static EdiField Field(EdiRecord record, string name) => Fields.First(field => field.Record == record && field.Name == name);
}
