using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <summary>Who fetched a document, and when first and last.</summary>
/// <param name="By">A user name, or the id of an access key.</param>
/// <param name="Version">The version fetched last.</param>
[GenerateSerializer, Immutable, Alias("Fetch")]
public sealed record Fetch(
    [property: Id(0)] string By,
    [property: Id(1)] string DocumentId,
    [property: Id(2)] int Version,
    [property: Id(3)] DateTimeOffset First,
    [property: Id(4)] DateTimeOffset Last,
    [property: Id(5)] int Count) : StoredRecord
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
