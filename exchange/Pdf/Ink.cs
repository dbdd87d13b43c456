namespace ResultsGrid.Exchange.Pdf;

/// <summary>A colour, each part from 0 to 1. Text is always black; inks are for tints and rules.</summary>
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    public static readonly Ink Accent = new(0.11, 0.24, 0.42);

    public static readonly Ink Tint = new(0.92, 0.94, 0.97);

    public static readonly Ink Rule = new(0.78, 0.81, 0.85);

    public static readonly Ink Warning = new(1, 0.93, 0.75);
}
