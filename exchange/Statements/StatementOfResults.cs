using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>The provisional statement that a candidate is given: qualifications, units, and what the marks beside them mean.</summary>
/// <remarks>PDF, A4, tagged. Raw marks are never printed on it (domain 3.3).</remarks>
public static class StatementOfResults
{
    /// <summary>One file for the centre: each candidate begins a page, in candidate-number order.</summary>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] RenderCentre(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Candidates.Count == 0) throw new ArgumentException($"Centre {results.Centre} has no candidate in series {results.Series}: there is no statement to print.");
        var document = new PdfDocument($"Statements of results, {SeriesName(results)}, centre {results.Centre}");
        var specifications = new SpecificationIndex(results);
        foreach (var candidate in results.Candidates.OrderBy(candidate => candidate.Number))
            CandidateStatement.Set(document, results, specifications, candidate);
        return document.Finish();
    }

    /// <summary>One candidate's statement, alone.</summary>
    /// <param name="candidate">One of the centre's.</param>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] RenderCandidate(CentreResults results, CandidateResults candidate)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(candidate);
        var document = new PdfDocument($"Statement of results, {SeriesName(results)}, centre {results.Centre}, candidate {candidate.Number}");
        CandidateStatement.Set(document, results, new SpecificationIndex(results), candidate);
        return document.Finish();
    }

    private static string SeriesName(CentreResults results) => $"{results.SeriesTitle} ({results.Series})";
}
