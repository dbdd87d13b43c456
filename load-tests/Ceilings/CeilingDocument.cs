namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>One document that is asked for again and again.</summary>
/// <param name="Path">With a leading slash; the same at every contestant.</param>
/// <param name="Key">Its centre's access key.</param>
public sealed record CeilingDocument(string Path, string Key, byte[] Content)
{
    /// <summary>As the gateway says it, by contestant's name; for conditional requests.</summary>
    public Dictionary<string, string> ETags { get; } = [];
}
