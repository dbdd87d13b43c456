namespace ResultsGrid.Tests.Pipeline;

/// <summary>Where a document does not say what the oracle expects.</summary>
/// <param name="Code">Qualification, assessment, or the part of the document.</param>
public sealed record Difference(string Centre, string Document, string Candidate, string Code, string Expected, string Actual)
{
    public override string ToString() => $"{Document} of centre {Centre}, candidate {Candidate}, {Code}: expected '{Expected}', found '{Actual}'";
}
