namespace ResultsGrid.Exchange.Pdf.Reading;

internal sealed record PdfName(string Text);
