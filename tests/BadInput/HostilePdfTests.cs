using System.Text;
using System.Text.RegularExpressions;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Tests.Documents;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Documents that say little and ask for much: refused within the reader's bounds, though digest, offsets and lengths are right.</summary>
public sealed partial class HostilePdfTests
{
    private static readonly RawPdf Statement = RawPdf.Of(new CentreStatements(SampleCentre.Build()).Of(SampleCentre.Build().Candidates[0]));

    [Fact]
    public void A_font_that_maps_every_code_many_times_is_refused()
        => ShouldBeRefused(" twice", Statement.With(IndexOf(IsMap), Map(string.Concat(Enumerable.Repeat("<0000><FFFF><0041>\n", 2_000)))));

    [Fact]
    public void A_font_that_maps_codes_below_zero_is_refused()
        => ShouldBeRefused("is damaged", Statement.With(IndexOf(IsMap), Map("<FFFF0000><0003><0041>\n")));

    [Fact]
    public void A_page_that_is_shown_again_and_again_is_refused()
        => ShouldBeRefused("more than once", Statement.With(IndexOf(IsPack), Pack(objects =>
        {
            var tree = objects.FindIndex(text => text.Contains("/Type/Pages", StringComparison.Ordinal));
            var start = objects[tree].IndexOf("/Kids[", StringComparison.Ordinal) + "/Kids[".Length;
            var kid = objects[tree][start..objects[tree].IndexOf(']', start)];
            var kids = string.Join(' ', Enumerable.Repeat(kid, 2_000));
            objects[tree] = Count().Replace(objects[tree].Replace($"[{kid}]", $"[{kids}]", StringComparison.Ordinal), $"/Count {kids.Split(" R").Length - 1}");
        })));

    [Fact]
    public void A_stream_that_explodes_is_refused()
        => ShouldBeRefused("expands to more than", Statement.With(IndexOf(IsPage), Statement.Streams[IndexOf(IsPage)] with { Content = new byte[30 * 1024 * 1024] }, compressed: true));

    private static bool IsMap(RawPdfStream stream) => stream.Content.AsSpan().IndexOf("beginbfrange"u8) >= 0;

    private static bool IsPack(RawPdfStream stream) => stream.Is("/Type/ObjStm") && stream.Content.AsSpan().IndexOf("/Type/Pages"u8) >= 0;

    private static bool IsPage(RawPdfStream stream) => stream.Content.AsSpan().IndexOf("BT"u8) >= 0 && !stream.Is("/Type") && !IsMap(stream) && !stream.Is("/Length1");

    private static int IndexOf(Func<RawPdfStream, bool> wanted) => Enumerable.Range(0, Statement.Streams.Count).First(index => wanted(Statement.Streams[index]));

    private static RawPdfStream Map(string ranges)
        => Statement.Streams[IndexOf(IsMap)] with { Content = Encoding.ASCII.GetBytes($"1 beginbfrange\n{ranges}endbfrange\n") };

    /// <summary>The object stream with its objects changed and its index made anew.</summary>
    private static RawPdfStream Pack(Action<List<string>> change)
    {
        var stream = Statement.Streams[IndexOf(IsPack)];
        var text = Encoding.Latin1.GetString(stream.Content);
        var first = int.Parse(stream.Entries.Split("/First ")[1].Split('/')[0]);
        var index = text[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Chunk(2).ToList();
        var objects = index.Select((entry, at) => text[(first + entry[1])..(at + 1 < index.Count ? first + index[at + 1][1] : text.Length)]).ToList();
        change(objects);

        var offsets = new StringBuilder();
        for (var (at, offset) = (0, 0); at < objects.Count; offset += objects[at++].Length) offsets.Append(FormattableString.Invariant($"{index[at][0]} {offset} "));
        return stream with
        {
            Entries = stream.Entries.Replace($"/First {first}", $"/First {offsets.Length}", StringComparison.Ordinal),
            Content = Encoding.Latin1.GetBytes(offsets + string.Concat(objects)),
        };
    }

    [GeneratedRegex("/Count [0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    private static void ShouldBeRefused(string reason, byte[] pdf)
    {
        ReaderTargets.Named("pdf").Try(pdf);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Exchange.Pdf.PdfText.Extract(pdf)).Message, StringComparison.Ordinal);
    }
}
