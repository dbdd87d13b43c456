using System.IO.Compression;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Zip;

namespace ResultsGrid.Grains.Publication;

/// <summary>Checks statements of results: one for every candidate, each the candidate's own.</summary>
internal static class StatementsCheck
{
    public static string? RefusePdf(byte[] document, CentreResults results)
    {
        var pages = PdfText.Extract(document);
        if (DocumentCheck.RefusePages(pages, results) is { } reason) return reason;
        var at = 0;
        foreach (var candidate in results.Candidates)
        {
            // In candidate-number order: the next candidate's first page is never before this one's.
            while (at < pages.Count && !Names(pages[at], candidate)) at++;
            if (at == pages.Count) return $"it has no statement for candidate {candidate.Number} in its place.";
            if (!IsNamed(pages[at], candidate)) return $"page {at + 1} does not name candidate {candidate.Number} as they are named.";
        }

        return null;
    }

    public static string? RefuseZip(byte[] document, CentreResults results)
    {
        using var zip = new ZipArchive(new MemoryStream(document, writable: false), ZipArchiveMode.Read);
        if (!zip.Entries.Select(entry => entry.FullName).SequenceEqual(results.Candidates.Select(StatementFileName.For)))
            return "its files are not one for each candidate, in number order.";
        foreach (var (entry, candidate) in zip.Entries.Zip(results.Candidates))
        {
            var pages = PdfText.Extract(Content(entry));
            if (DocumentCheck.RefusePages(pages, results) is { } reason) return $"{entry.FullName}: {reason}";
            if (!Names(pages[0], candidate)) return $"{entry.FullName} is not candidate {candidate.Number}'s.";
            if (!IsNamed(pages[0], candidate)) return $"{entry.FullName} does not name candidate {candidate.Number} as they are named.";
        }

        return null;
    }

    private static bool Names(string page, CandidateResults candidate) => page.Contains(candidate.Uci.ToString(), StringComparison.Ordinal);

    /// <summary>That each letter of a text is drawn as it should be was seen when the text was read.</summary>
    private static bool IsNamed(string page, CandidateResults candidate) => page.Contains($"\n{PdfText.Printed(candidate.Name.ToString())}\n", StringComparison.Ordinal);

    private static byte[] Content(ZipArchiveEntry entry)
    {
        var content = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(content);
        return content;
    }
}
