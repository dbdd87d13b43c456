namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>What a run of bytes is.</summary>
internal enum PdfTokenKind
{
    End,
    Name,
    LiteralString,
    HexString,
    Number,
    Keyword,
    OpenList,
    CloseList,
    OpenDictionary,
    CloseDictionary,
}
