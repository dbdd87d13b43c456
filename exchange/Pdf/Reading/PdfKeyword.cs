namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>A bare word: an operator, or obj, stream, true.</summary>
internal sealed record PdfKeyword(string Text);
