namespace ResultsGrid.Gateway.Problems;

/// <summary>A kind of refusal that clients can rely on (RFC 9457).</summary>
/// <param name="Name">Last part of the type's address, /problems/NAME.</param>
/// <param name="Meaning">What it means and what to do, as the address answers.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Meaning)
{
    public string Address => $"/problems/{Name}";
}
