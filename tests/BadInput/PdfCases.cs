using System.Text;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Tests.Documents;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Documents of ours, spoilt below a digest and offsets that are right, so that the reader looks into them.</summary>
internal static class PdfCases
{
    private const string Delimiters = " \n/<>[]()";

    private static readonly byte[] Sample = new CentreStatements(SampleCentre.Build()).Of(SampleCentre.Build().Candidates[0]);
    private static readonly RawPdf Raw = RawPdf.Of(Sample);

    public static byte[] Make(Random chance)
    {
        var spoiler = new Spoiler(chance, Delimiters);
        if (chance.Next(4) == 0) return RawPdf.Sealed(spoiler.Spoil(Sample, Sample));
        var index = chance.Next(Raw.Streams.Count);
        var stream = Raw.Streams[index];
        return Raw.With(index, chance.Next(8) == 0
            ? stream with { Entries = Encoding.Latin1.GetString(spoiler.Spoil(Encoding.Latin1.GetBytes(stream.Entries), Encoding.Latin1.GetBytes(Raw.Streams[^1].Entries))) }
            : stream with { Content = spoiler.Spoil(stream.Content, Raw.Streams[chance.Next(Raw.Streams.Count)].Content) });
    }

    public static void Read(byte[] pdf)
    {
        try
        {
            var pages = PdfText.Extract(pdf);
            Assert.NotEmpty(pages);
            Assert.All(pages, page => Assert.NotEqual("", page.Trim()));
        }
        catch (InvalidDataException damaged)
        {
            Assert.NotEmpty(damaged.Message);
        }
    }
}
