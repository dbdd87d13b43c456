using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>How a run of text is set. Sizes in points.</summary>
/// <param name="Leading">From one baseline to the next.</param>
internal sealed record TextStyle(bool IsBold, double Size, double Leading)
{
    public static readonly TextStyle Title = new(IsBold: true, 20, 25);

    public static readonly TextStyle Heading = new(IsBold: true, 12.5, 17);

    public static readonly TextStyle Name = new(IsBold: false, 14, 19);

    public static readonly TextStyle Body = new(IsBold: false, 9.5, 13);

    public static readonly TextStyle Label = new(IsBold: true, 9.5, 13);

    public static readonly TextStyle Small = new(IsBold: false, 8, 11);

    public static readonly TextStyle SmallLabel = new(IsBold: true, 8, 11);

    public Typeface Face => IsBold ? Typeface.Bold : Typeface.Regular;

    /// <summary>From the top of a line to its baseline.</summary>
    public double Rise => (Leading - Size) / 2 + Size * 0.8;

    /// <summary>The text's width in points.</summary>
    public double WidthOf(ReadOnlySpan<char> text) => Face.WidthOf(text) * Size / 1_000;
}
