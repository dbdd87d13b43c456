using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>The provisional statement that a candidate is given: qualifications, units, and what the marks beside them mean.</summary>
/// <remarks>PDF, A4, tagged. Raw marks are never printed on it (domain 3.3).</remarks>
public static class StatementOfResults
{
    /// <summary>One file for the centre: each candidate begins a page, in candidate-number order.</summary>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] RenderCentre(CentreResults results) => new CentreStatements(results).Whole();

    /// <summary>One candidate's statement, alone.</summary>
    /// <param name="candidate">One of the centre's.</param>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] RenderCandidate(CentreResults results, CandidateResults candidate) => new CentreStatements(results).Of(candidate);
}
