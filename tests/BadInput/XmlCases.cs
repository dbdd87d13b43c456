using System.Text.Json;
using ResultsGrid.Exchange.Xml;
using ResultsGrid.Tests.Formats;

namespace ResultsGrid.Tests.BadInput;

/// <summary>XML results files, spoilt.</summary>
internal static class XmlCases
{
    private static readonly byte[] Sample = XmlResultsFile.Write(FormatsSample.Centre).Bytes;
    private static readonly byte[] Empty = XmlResultsFile.Write(FormatsCentre.With()).Bytes;

    public static byte[] Make(Random chance) => new Spoiler(chance, "<>\"= ").Spoil(chance.Next(8) == 0 ? Empty : Sample, Sample);

    public static void Read(byte[] bytes)
    {
        switch (XmlResultsReader.Read(bytes))
        {
            case XmlResultsReading.Refused refused:
                refused.Faults.ShouldBeSound(refused.HasMore);
                break;
            case XmlResultsReading.Accepted { Results: var results }:
                var again = Assert.IsType<XmlResultsReading.Accepted>(XmlResultsReader.Read(XmlResultsFile.Write(results).Bytes)).Results;
                Assert.Equal(JsonSerializer.Serialize(results), JsonSerializer.Serialize(again));
                break;
        }
    }
}
