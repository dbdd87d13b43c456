using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Statements;
using ResultsGrid.Tests.BadInput;
using static ResultsGrid.Tests.Documents.CentreBuilder;

namespace ResultsGrid.Tests.Documents;

/// <summary>What a document is made of, below what it shows: objects, fonts, the way back from codes to letters.</summary>
public sealed partial class AnatomyTests
{
    [Fact]
    public void A_document_is_built_as_it_was_approved()
    {
        var pdf = new CentreStatements(EdgeCases.Build()).Whole();
        Approval.Expect("anatomy", Anatomy.Of(pdf), pdf);
    }

    /// <summary>PDF 32000-1, 9.10.3: in a range only the last byte may count up, of the code and of the letter.</summary>
    [Fact]
    public void The_way_back_to_text_leads_each_of_hundreds_of_letters_home_in_ranges_that_pass_no_boundary()
    {
        var letters = string.Concat(Enumerable.Range(0xC0, 0x140).Concat(Enumerable.Range(0x400, 0x100)).Select(letter => (char)letter).Where(char.IsLetter));
        var statement = Statement(letters);
        Assert.Contains(letters, string.Concat(PdfText.Extract(statement)).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

        // What one typeface lacks the other has; each has its letters in order of appearance.
        var maps = RawPdf.Of(statement).Streams.Where(stream => stream.Content.AsSpan().IndexOf("beginbfrange"u8) >= 0)
            .Select(stream => Letters(Encoding.Latin1.GetString(stream.Content)).Where(letter => letters.Contains(letter, StringComparison.Ordinal)).ToList()).ToList();
        Assert.True(maps.Max(map => map.Count) > 256, $"{maps.Max(map => map.Count)} letters: no code passes the boundary.");
        Assert.Equal(letters, string.Concat(maps.SelectMany(map => map).Order(StringComparer.Ordinal)));
        Assert.All(maps, map => Assert.Equal(map.Order(StringComparer.Ordinal), map));
    }

    private static byte[] Statement(string forenames)
    {
        var results = SampleCentre.Specifications().Candidate(7, "LETTERS", forenames, [Award("H401", "B", 281)]).Build();
        return new CentreStatements(results).Of(results.Candidates[0]);
    }

    /// <summary>The n-th is the letter of code n + 1.</summary>
    private static List<string> Letters(string map)
    {
        List<string> home = [];
        foreach (var range in Range().Matches(map).AsEnumerable())
        {
            var (first, last, letter) = (Number(range, 1), Number(range, 2), Number(range, 3));
            Assert.Equal(home.Count + 1, first);
            Assert.True(first / 256 == last / 256 && letter / 256 == (letter + last - first) / 256, $"The range {range.Value} passes a boundary.");
            home.AddRange(Enumerable.Range(letter, last - first + 1).Select(one => $"{(char)one}"));
        }

        return home;
    }

    private static int Number(Match range, int group) => int.Parse(range.Groups[group].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("^<([0-9A-F]{4})><([0-9A-F]{4})><([0-9A-F]+)>$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
