namespace ResultsGrid.Tests.BadInput;

/// <summary>Every reader that takes bytes from elsewhere.</summary>
internal static class ReaderTargets
{
    private const long Megabyte = 1024 * 1024;

    public static IReadOnlyList<ReaderTarget> All { get; } =
    [
        new("package", PackageCases.Make, PackageCases.Read, 16 * Megabyte, 2_000),
        new("edi", EdiCases.Make, EdiCases.Read, Megabyte, 100),
        new("xml", XmlCases.Make, XmlCases.Read, 4 * Megabyte, 200),
        new("pdf", PdfCases.Make, PdfCases.Read, 16 * Megabyte, 300),
        new("csv", CsvCases.Make, CsvCases.Read, 4 * Megabyte, 200),
    ];

    public static ReaderTarget Named(string name) => All.Single(target => target.Name == name);
}
