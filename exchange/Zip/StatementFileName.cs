using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Zip;

/// <summary>The name of one candidate's statement of results: candidate number and UCI, for example 0001_123450170001A.pdf.</summary>
public static class StatementFileName
{
    public static string For(CandidateResults candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return $"{candidate.Number}_{candidate.Uci}.pdf";
    }
}
