namespace ResultsGrid.Exchange.Edi;

/// <summary>Byte 37 of a candidate record: how bytes 38 to 52 are read. That there is such a flag is published; its values are our own.</summary>
internal static class EdiFlag
{
    /// <summary>Graded: one or two grades, and the mark.</summary>
    public const char Graded = 'G';

    /// <summary>Graded, with an endorsement in the space of the mark.</summary>
    public const char Endorsed = 'E';

    /// <summary>No result; X stands in place of the grade.</summary>
    public const char NoResult = 'X';

    /// <summary>Pending; Q stands in place of the grade.</summary>
    public const char Pending = 'Q';

    /// <summary>Absent: no grade, # for the missing work, and the mark that it counts.</summary>
    public const char Absent = 'A';

    /// <summary>All of them.</summary>
    public const string Values = "GEXQA";
}
