using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>The provisional statements that candidates are given: qualifications, units, and what the marks beside them mean.</summary>
/// <remarks>
/// PDF, A4, tagged. Raw marks are never printed on them (domain 3.3). What the centre's file and a candidate's own have in
/// common is compressed once; the bytes are the same whichever is rendered first. For one thread at a time.
/// </remarks>
public sealed class CentreStatements
{
    private readonly CentreResults results;
    private readonly SpecificationIndex specifications;
    private readonly CompressedPages pages = new();

    public CentreStatements(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        this.results = results;
        specifications = new SpecificationIndex(results);
    }

    /// <summary>One file for the centre: each candidate begins a page, in candidate-number order.</summary>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public byte[] Whole()
    {
        if (results.Candidates.Count == 0) throw new ArgumentException($"Centre {results.Centre} has no candidate in series {results.Series}: there is no statement to print.");
        var document = new PdfDocument($"Statements of results, {SeriesName}, centre {results.Centre}", pages);
        foreach (var candidate in results.Candidates.OrderBy(candidate => candidate.Number))
            CandidateStatement.Set(document, results, specifications, candidate);
        return document.Finish();
    }

    /// <summary>One candidate's statement, alone.</summary>
    /// <param name="candidate">One of the centre's.</param>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public byte[] Of(CandidateResults candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var document = new PdfDocument($"Statement of results, {SeriesName}, centre {results.Centre}, candidate {candidate.Number}", pages);
        CandidateStatement.Set(document, results, specifications, candidate);
        return document.Finish();
    }

    private string SeriesName => $"{results.SeriesTitle} ({results.Series})";
}
