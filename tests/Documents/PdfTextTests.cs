using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Exchange.Summaries;
using ResultsGrid.Tests.BadInput;

namespace ResultsGrid.Tests.Documents;

public sealed partial class PdfTextTests
{
    private static readonly byte[] Statement = new CentreStatements(SampleCentre.Build()).Of(SampleCentre.Build().Candidates[0]);
    private static readonly string[] Text = [.. PdfText.Extract(Statement)];

    [Fact]
    public void Text_is_that_which_another_reader_finds()
    {
        var sample = SampleCentre.Build();
        foreach (var pdf in new[] { new CentreStatements(sample).Whole(), BroadsheetPdf.Render(sample), SummaryPdf.Render(sample) })
        {
            var ours = PdfText.Extract(pdf);
            var theirs = PdfTool.Text(pdf);
            Assert.Equal(theirs.Select(Words), ours.Select(Words));
        }
    }

    [Fact]
    public void Every_flipped_byte_is_noticed()
    {
        for (var at = 0; at < Statement.Length; at += 3)
        {
            var damaged = (byte[])Statement.Clone();
            damaged[at] ^= (byte)(1 << at % 8);
            AssertRefused(damaged, $"byte {at} flipped");
        }
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        for (var length = 0; length < Statement.Length; length += 41) AssertRefused(Statement[..length], $"cut to {length} bytes");
        AssertRefused(Statement[..^1], "last byte missing");
        AssertRefused([.. Statement, (byte)'\n'], "a byte too many");
    }

    [Fact]
    public void Damage_under_a_mended_digest_is_refused_or_does_not_touch_the_text()
    {
        var refused = 0;
        var flips = 0;
        for (var at = 0; at < Statement.Length; at += 11, flips++)
        {
            var damaged = (byte[])Statement.Clone();
            damaged[at] ^= (byte)(1 << at / 11 % 8);
            try
            {
                Assert.Equal(Text, PdfText.Extract(RawPdf.Sealed(damaged)));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        // What stays is the metadata, which stands in the file uncompressed and shows on no page.
        Assert.InRange(refused, flips * 9 / 10, flips);
    }

    [Fact]
    public void Blank_and_foreign_documents_are_refused()
    {
        AssertRefused([], "empty");
        AssertRefused(new byte[Statement.Length], "zeros");
        AssertRefused("%PDF-1.7\n%%EOF\n"u8.ToArray(), "no objects");
    }

    [Fact]
    public void Page_whose_content_was_emptied_is_refused_though_its_digest_is_right()
    {
        var raw = RawPdf.Of(Statement);
        var page = Page(raw);
        var emptied = raw.With(page, raw.Streams[page] with { Content = "q Q\n"u8.ToArray() });
        Assert.Contains("blank", Assert.Throws<InvalidDataException>(() => PdfText.Extract(emptied)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_shrinks_far_more_than_others_is_read_whole()
    {
        const int times = 60;
        var raw = RawPdf.Of(Statement);
        var page = Page(raw);
        var repeated = raw.With(page, raw.Streams[page] with { Content = [.. Enumerable.Repeat(raw.Streams[page].Content, times).SelectMany(content => content)] }, compressed: true);
        Assert.True(repeated.Length < Statement.Length + (raw.Streams[page].Content.Length * times / 8), "It did not shrink far.");
        Assert.Equal(Words(string.Concat(Enumerable.Repeat($"{Text[0]} ", times))), Words(PdfText.Extract(repeated)[0]));
    }

    [Fact]
    public void Damage_is_told_as_what_it_is()
    {
        var identifier = Statement.AsSpan().LastIndexOf("/ID[<"u8);
        Assert.Equal(5 + 32 + 2 + 32 + 2, Statement.AsSpan(identifier).IndexOf("/Root"u8));
        Says("does not match its identifier", Changed(Statement.Length / 2, value => (byte)(value ^ 1)));
        // The identifier stands there twice, and each is held against the content.
        foreach (var digit in new[] { identifier + 5, identifier + 5 + 32 + 2 })
            Says("does not match its identifier", Changed(digit, value => value == (byte)'0' ? (byte)'1' : (byte)'0'));
        Says("The file has no identifier", Changed(identifier + 1, _ => (byte)'X'));
        Says("The file has no identifier", "%PDF-1.7\n%%%%%%\n/ID[<00000000000000000000000000000000><0000startxref\n9\n%%EOF\n"u8.ToArray());

        Says("cut off or its checksum is wrong", CutStream(6));

        static byte[] Changed(int at, Func<byte, byte> change)
        {
            var changed = (byte[])Statement.Clone();
            changed[at] = change(changed[at]);
            return changed;
        }

        static void Says(string what, byte[] damaged)
            => Assert.Contains(what, Assert.Throws<InvalidDataException>(() => PdfText.Extract(damaged)).Message, StringComparison.Ordinal);
    }

    /// <summary>The first stream ends earlier, and says so; nothing else moves.</summary>
    private static byte[] CutStream(int by)
    {
        var text = Encoding.Latin1.GetString(Statement);
        var opening = Length().Match(text);
        var length = int.Parse(opening.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        const string end = "\nendstream\nendobj\n";
        var at = opening.Index + opening.Length + length;
        Assert.Equal(end, text.Substring(at, end.Length));
        var shorter = (length - by).ToString(CultureInfo.InvariantCulture).PadLeft(opening.Groups[1].Length, '0');
        text = text.Remove(at - by, by + end.Length).Insert(at - by, end + new string(' ', by));
        return RawPdf.Sealed(Encoding.Latin1.GetBytes(text.Remove(opening.Groups[1].Index, shorter.Length).Insert(opening.Groups[1].Index, shorter)));
    }

    [GeneratedRegex("/Length ([0-9]+)>>\nstream\n", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    private static void AssertRefused(byte[] pdf, string damage)
    {
        try
        {
            PdfText.Extract(pdf);
        }
        catch (InvalidDataException)
        {
            return;
        }

        Assert.Fail($"A document with damage was read: {damage}.");
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Page(RawPdf raw) => Enumerable.Range(0, raw.Streams.Count).First(index => raw.Streams[index].Content.AsSpan().IndexOf(" Tf "u8) >= 0);
}
