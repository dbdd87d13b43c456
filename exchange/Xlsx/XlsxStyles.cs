using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>How cells look: text as text, numbers as they are, one decimal for percentages, a bold header.</summary>
internal static class XlsxStyles
{
    /// <summary>The style's place in the sheet's list of them.</summary>
    public const string Header = "1";

    // Formats that the standard numbers itself.
    private const uint General = 0;
    private const uint AsText = 49;
    private const uint OneDecimal = 164;

    public static string Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "2",
        ColumnKind.Percent => "3",
        _ => "0",
    };

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = OneDecimal, FormatCode = "0.0" }) { Count = 1 },
        new DocumentFormat.OpenXml.Spreadsheet.Fonts(Font(), Font(new Bold())) { Count = 2 },
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125)) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(Format(General)) { Count = 1 },
        new CellFormats(Format(General), Format(AsText, fontId: 1), Format(AsText), Format(OneDecimal)) { Count = 4 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static Font Font(params OpenXmlElement[] first) => new([.. first, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static CellFormat Format(uint numberFormat, uint fontId = 0) => new()
    {
        NumberFormatId = numberFormat,
        FontId = fontId,
        FillId = 0,
        BorderId = 0,
        ApplyNumberFormat = numberFormat != General,
        ApplyFont = fontId != 0,
    };
}
