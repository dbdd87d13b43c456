using System.Globalization;
using System.Text;

namespace ResultsGrid.Tests.Documents;

/// <summary>What is black on a drawn page, a value for each pixel: 0 for paper, 255 for ink.</summary>
internal sealed class InkImage
{
    /// <summary>Lighter is the edge of a stroke, which two programs shade differently.</summary>
    private const byte Solid = 128;

    private readonly byte[] ink;

    private InkImage(int width, int height, byte[] ink)
    {
        Width = width;
        Height = height;
        this.ink = ink;
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsBlank => !ink.Any(value => value >= Solid);

    /// <summary>Of a picture as PGM, binary, one byte a pixel.</summary>
    public static InkImage FromPgm(byte[] pgm)
    {
        // "P5", width, height and 255, then one byte of white space.
        var at = 0;
        var words = Enumerable.Range(0, 4).Select(_ => Word(pgm, ref at)).ToArray();
        Assert.Equal(("P5", "255"), (words[0], words[3]));
        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        return new InkImage(width, height, [.. pgm.Skip(at).Take(width * height).Select(value => (byte)(255 - value))]);
    }

    /// <summary>The part with ink.</summary>
    public InkImage Trimmed()
    {
        var rows = Enumerable.Range(0, Height).Where(y => Enumerable.Range(0, Width).Any(x => IsInk(x, y))).ToList();
        var columns = Enumerable.Range(0, Width).Where(x => Enumerable.Range(0, Height).Any(y => IsInk(x, y))).ToList();
        return rows.Count == 0 ? new InkImage(0, 0, []) : Cut(columns[0], rows[0], columns[^1] + 1 - columns[0], rows[^1] + 1 - rows[0]);
    }

    public InkImage Cut(int left, int top, int width, int height)
        => new(width, height, [.. Enumerable.Range(top, height).SelectMany(y => ink.AsSpan(y * Width + left, width).ToArray())]);

    /// <summary>The parts that stand beside each other with at least so many columns of paper between them, from left to right.</summary>
    public IReadOnlyList<InkImage> Parts(int gap)
    {
        List<(int First, int Last)> parts = [];
        foreach (var x in Enumerable.Range(0, Width).Where(x => Enumerable.Range(0, Height).Any(y => IsInk(x, y))))
        {
            if (parts.Count > 0 && x - parts[^1].Last <= gap) parts[^1] = (parts[^1].First, x);
            else parts.Add((x, x));
        }

        return [.. parts.Select(part => Cut(part.First, 0, part.Last + 1 - part.First, Height).Trimmed())];
    }

    /// <summary>How many pixels of either have no ink of the other within two pixels, both laid on each other by their upper left corners.</summary>
    public int DifferenceFrom(InkImage other) => StrayFrom(other) + other.StrayFrom(this);

    private int StrayFrom(InkImage other)
        => Enumerable.Range(0, Height).Sum(y => Enumerable.Range(0, Width).Count(x => IsInk(x, y) && !other.HasInkNear(x, y)));

    private bool HasInkNear(int x, int y)
    {
        for (var down = -2; down <= 2; down++)
        {
            for (var right = -2; right <= 2; right++)
            {
                if (IsInk(x + right, y + down)) return true;
            }
        }

        return false;
    }

    private bool IsInk(int x, int y) => x >= 0 && y >= 0 && x < Width && y < Height && ink[y * Width + x] >= Solid;

    private static string Word(byte[] pgm, ref int at)
    {
        var from = at;
        while (!char.IsWhiteSpace((char)pgm[at])) at++;
        return Encoding.ASCII.GetString(pgm, from, at++ - from);
    }
}
