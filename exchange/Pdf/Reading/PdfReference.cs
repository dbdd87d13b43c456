namespace ResultsGrid.Exchange.Pdf.Reading;

internal sealed record PdfReference(int Number);
