using ResultsGrid.Tests.Oracle;
using Row = System.Collections.Generic.Dictionary<string, string>;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>A candidate as the package has it, and what the oracle says they get.</summary>
/// <param name="Row">The line of candidates.csv.</param>
/// <param name="Earlier">The lines of earlier-results.csv.</param>
public sealed record ExpectedPerson(Row Row, ExpectedCandidate Results, IReadOnlyList<Row> Earlier)
{
    public string Number => Row["candidate_number"];

    public string Uci => Row["uci"];

    public string Name => Row["forenames"] is { Length: > 0 } forenames ? $"{Row["family_name"]}: {forenames}" : Row["family_name"];

    public DateOnly DateOfBirth => DateOnly.ParseExact(Row["date_of_birth"], "yyyy-MM-dd");
}
