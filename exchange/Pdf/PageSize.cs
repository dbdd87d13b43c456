namespace ResultsGrid.Exchange.Pdf;

/// <summary>Width and height in points.</summary>
internal readonly record struct PageSize(double Width, double Height)
{
    public static readonly PageSize A4 = new(595.28, 841.89);

    public static readonly PageSize A4Landscape = new(841.89, 595.28);
}
