namespace ResultsGrid.Grains.Results;

/// <summary>Who fetched a document, and when first and last.</summary>
/// <param name="By">A user name, or the id of an access key.</param>
/// <param name="Version">The version fetched last.</param>
public sealed record Fetch(string By, string DocumentId, int Version, DateTimeOffset First, DateTimeOffset Last, int Count)
{
    /// <summary>Both together, whichever came first: two logs may be folded in any order.</summary>
    public Fetch And(Fetch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Version = other.Last >= Last ? other.Version : Version,
            First = other.First < First ? other.First : First,
            Last = other.Last > Last ? other.Last : Last,
            Count = Count + other.Count,
        };
    }
}
