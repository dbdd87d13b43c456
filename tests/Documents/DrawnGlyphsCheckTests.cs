using System.Buffers.Binary;
using System.Text;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Grains.Publication;
using ResultsGrid.Grains.Results;
using ResultsGrid.Tests.BadInput;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>The last look before publication sees what is drawn: documents whose text is right and whose ink is not.</summary>
public sealed class DrawnGlyphsCheckTests
{
    private static readonly CentreResults Centre = Named("Nguyễn", "Hồng Щ");
    private static readonly byte[] Sound = new CentreStatements(Centre).Whole();
    private static readonly RawPdf Raw = RawPdf.Of(Sound);

    [Fact]
    public void A_document_that_draws_every_letter_passes() => Assert.Null(Refuse(Sound));

    [Fact]
    public void A_letter_without_its_marks_is_noticed()
    {
        // The letter is made of base, circumflex and tilde; after the base it says that there is no more.
        var damaged = WithOutline("AtkinsonHyperlegible-Regular", "ễ", outline => outline[11] &= 0xDF);
        AssertNoticed(damaged, "'ễ' (U+1EC5) is drawn otherwise than the typeface draws it.");
    }

    [Fact]
    public void A_mark_that_has_moved_is_noticed()
    {
        var damaged = WithOutline("AtkinsonHyperlegible-Regular", "ồ", outline => outline[10 + 8 + 7] += 60);
        AssertNoticed(damaged, "'ồ' (U+1ED3) is drawn otherwise than the typeface draws it.");
    }

    [Fact]
    public void An_empty_box_in_the_place_of_a_letter_is_noticed()
    {
        var font = FontOf("NotoSans-Regular");
        var box = Outline(font.Content, 0).ToArray();
        var damaged = WithOutline("NotoSans-Regular", "Щ", outline =>
        {
            outline.Clear();
            box.AsSpan(0, Math.Min(box.Length, outline.Length)).CopyTo(outline);
        });
        AssertNoticed(damaged, "'Щ' (U+0429) is drawn otherwise than the typeface draws it.");
    }

    [Fact]
    public void A_letter_without_ink_is_noticed()
        => AssertNoticed(WithOutline("AtkinsonHyperlegible-Regular", "g", outline => outline.Clear()), "'g' (U+0067) is drawn otherwise than the typeface draws it.");

    [Fact]
    public void A_name_that_no_typeface_draws_is_not_published()
    {
        var centre = Named("李", "小");
        var statement = new CentreStatements(centre).Whole();
        Assert.Contains("李: 小", string.Concat(PdfTool.Text(statement)), StringComparison.Ordinal);
        Assert.Equal("it does not read back: '李' (U+674E) is printed as an empty box.", DocumentCheck.Refuse(DocumentKind.StatementsPdf, statement, centre));
    }

    [Fact]
    public void A_statement_under_another_name_is_noticed()
    {
        var other = new CentreStatements(Named("Nguyen", "Hong")).Whole();
        Assert.Equal("page 1 does not name candidate 0007 as they are named.", Refuse(other));
    }

    private static CentreResults Named(string familyName, string forenames) => SampleCentre.Specifications().Candidate(7, familyName, forenames, [Award("H401", "B", 281)]).Build();

    private static string? Refuse(byte[] statements) => DocumentCheck.Refuse(DocumentKind.StatementsPdf, statements, Centre);

    /// <summary>The text is the same for whoever searches, copies or listens; only the eye is told something else.</summary>
    private static void AssertNoticed(byte[] damaged, string reason)
    {
        PdfTool.Check(damaged);
        Assert.Equal(PdfTool.Text(Sound), PdfTool.Text(damaged));
        Assert.NotEqual(0, PdfTool.Drawn(Sound, 200).DifferenceFrom(PdfTool.Drawn(damaged, 200)));
        Assert.Equal($"it does not read back: {reason}", Refuse(damaged));
    }

    private static byte[] WithOutline(string typeface, string letter, SpanAction spoil)
    {
        var font = FontOf(typeface);
        var content = (byte[])font.Content.Clone();
        spoil(Outline(content, CodeOf(typeface, letter)));
        return Raw.With(Raw.Streams.ToList().IndexOf(font), font with { Content = content });
    }

    private delegate void SpanAction(Span<byte> outline);

    /// <summary>The embedded fonts stand in the order of the typefaces' first use, each before its way back to text.</summary>
    private static RawPdfStream FontOf(string typeface)
        => Raw.Streams.Where(stream => stream.Is("/Length1")).ElementAt(typeface switch { "AtkinsonHyperlegible-Regular" => 0, "NotoSans-Regular" => 1, _ => 2 });

    private static int CodeOf(string typeface, string letter)
    {
        var map = Raw.Streams[Raw.Streams.ToList().IndexOf(FontOf(typeface)) + 1];
        foreach (var parts in Encoding.ASCII.GetString(map.Content).Split('\n').Where(line => line.StartsWith('<')).Select(line => line.Split(['<', '>'], StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length == 3))
        {
            var (first, last, from) = (Convert.ToInt32(parts[0], 16), Convert.ToInt32(parts[1], 16), Convert.ToInt32(parts[2], 16));
            if (letter[0] >= from && letter[0] <= from + last - first) return first + letter[0] - from;
        }

        throw new InvalidOperationException($"{typeface} has no code for {letter}.");
    }

    /// <summary>A glyph's entry in the font's glyf table.</summary>
    private static Span<byte> Outline(byte[] font, int glyph)
    {
        var places = Table(font, "loca");
        var (start, end) = (BinaryPrimitives.ReadInt32BigEndian(places[(4 * glyph)..]), BinaryPrimitives.ReadInt32BigEndian(places[(4 * glyph + 4)..]));
        return Table(font, "glyf")[start..end];
    }

    private static Span<byte> Table(byte[] font, string tag)
    {
        var entry = font.AsSpan(font.AsSpan().IndexOf(Encoding.ASCII.GetBytes(tag)), 16);
        return font.AsSpan(BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
    }
}
