using System.Buffers;
using System.IO.Compression;
using System.Text;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Tests.Pipeline;

namespace ResultsGrid.Tests.NotWrong;

/// <summary>What tells one centre's data from another's: numbers, UCIs and names, found in whatever form an answer has.</summary>
internal sealed class Belongings
{
    /// <summary>A shorter family name may stand inside any word.</summary>
    private const int ShortestTellingName = 6;

    private readonly IReadOnlyDictionary<string, SearchValues<string>> foreign;
    private readonly SearchValues<string> anyone;

    public Belongings(IReadOnlyList<ExpectedCentre> centres)
    {
        foreign = centres.ToDictionary(centre => centre.Number, centre => Search(centres.Where(other => other != centre).SelectMany(other => Marks(other, centre))));
        anyone = Search(centres.SelectMany(centre => centre.Candidates.Select(candidate => candidate.Uci)));
    }

    /// <summary>The first thing in it that is of another centre than this; null where there is none.</summary>
    /// <param name="centre">Of one that there is not, everything is another's.</param>
    public string? OfOthers(string centre, byte[] content) => Find(foreign.GetValueOrDefault(centre, anyone), Text(content));

    /// <summary>The first candidate in it; null where there is none.</summary>
    public string? OfAnyone(byte[] content) => Find(anyone, Text(content));

    /// <summary>All that can be read in it: of a PDF the text of every page, of a ZIP the text of every file and its name.</summary>
    public static string Text(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF"u8)) return string.Join('\n', PdfText.Extract(content));
        if (!content.AsSpan().StartsWith("PK"u8)) return Encoding.UTF8.GetString(content);
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var unpacked = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(unpacked);
            return $"{entry.FullName}\n{Text(unpacked.ToArray())}";
        }));
    }

    private static IEnumerable<string> Marks(ExpectedCentre other, ExpectedCentre own)
    {
        yield return other.Name;
        // As the results file, a file name, a record of it, JSON and a table write the number: five digits alone stand in many a UCI.
        foreach (var written in new[] { $"R101{other.Number}", $"R{other.Number}01", $"R5{other.Number}", $"R6{other.Number}", $"\"{other.Number}", $",{other.Number},", $"{other.Number}_", $"centre {other.Number}" })
            yield return written;
        foreach (var candidate in other.Candidates)
        {
            yield return candidate.Uci;
            var name = candidate.Row["family_name"];
            if (name.Length >= ShortestTellingName && !own.Candidates.Any(mine => mine.Name.Contains(name, StringComparison.OrdinalIgnoreCase))) yield return name;
        }
    }

    private static SearchValues<string> Search(IEnumerable<string> values) => SearchValues.Create([.. values.Distinct()], StringComparison.OrdinalIgnoreCase);

    private static string? Find(SearchValues<string> searched, string text)
        => text.AsSpan().IndexOfAny(searched) is >= 0 and var place ? text.Substring(place, Math.Min(40, text.Length - place)) : null;
}
