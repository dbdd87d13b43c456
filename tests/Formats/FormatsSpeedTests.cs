using System.Diagnostics;
using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Marks;
using ResultsGrid.Exchange.Xml;
using Xunit.Abstractions;
using static ResultsGrid.Tests.Formats.FormatsCentre;

namespace ResultsGrid.Tests.Formats;

/// <summary>
/// Prints the figures with <c>dotnet test tests -c Release --filter FullyQualifiedName~FormatsSpeed --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(UndisturbedCollection.Name)]
public sealed class FormatsSpeedTests(ITestOutputHelper output)
{
    /// <summary>A result is an award, unit or component result of one candidate; two files and the table each hold most of them.</summary>
    private const int LeastResultsPerSecond = 20_000;

    private const int Candidates = 2_000;
    private const int ResultsPerCandidate = 5;
    private const int Rounds = 20;

    [Fact]
    public void Results_file_XML_and_marks_of_a_centre_are_written_faster_than_20_000_results_a_second()
    {
        var centre = With([.. Enumerable.Range(1, Candidates).Select(number => Candidate(
            number, "Núñez-Smith", "Zoë Ann", null,
            [UnitResult(AccountingUnit), ComponentResult(SciencePaper, 41), ComponentResult(EnglishPaper, 55)],
            [Award(Accounting, "A", 330), Award(DoubleScience, "9-8", 400)]))]);

        var (edi, xml, csv) = (TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue);
        var (readEdi, readXml) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        var (ediBytes, xmlBytes) = (EdiResultsFile.Write(centre, EdiContent.Main, 1).Bytes, XmlResultsFile.Write(centre).Bytes);
        for (var round = 0; round < Rounds; round++)
        {
            edi = Least(edi, () => EdiResultsFile.Write(centre, EdiContent.Main, 1));
            xml = Least(xml, () => XmlResultsFile.Write(centre));
            csv = Least(csv, () => MarksCsv.Render(centre));
            readEdi = Least(readEdi, () => Assert.IsType<EdiReading.Accepted>(EdiReader.Read(ediBytes)));
            readXml = Least(readXml, () => Assert.IsType<XmlResultsReading.Accepted>(XmlResultsReader.Read(xmlBytes)));
        }

        output.WriteLine($"EDI {PerSecond(edi)}, XML {PerSecond(xml)}, CSV {PerSecond(csv)}, all three {PerSecond(edi + xml + csv)}; read back EDI {PerSecond(readEdi)}, XML {PerSecond(readXml)} results a second");
        Assert.True((edi + xml + csv).TotalSeconds * LeastResultsPerSecond < Candidates * ResultsPerCandidate, "slower than 20,000 results a second");
    }

    private static string PerSecond(TimeSpan time) => $"{Candidates * ResultsPerCandidate / time.TotalSeconds:N0}";

    private static TimeSpan Least(TimeSpan sofar, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed < sofar ? watch.Elapsed : sofar;
    }
}
