using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResultsGrid.Grains.Hosting;

/// <summary>A record that is kept in grain state, itself or inside another.</summary>
/// <remarks>
/// During a rolling upgrade a node of the earlier version reads and writes what a newer one has stored. Members that it
/// doesn't know stay here and are written back, so that its write drops nothing. They never cross between nodes.
/// </remarks>
[GenerateSerializer, Immutable, Alias("StoredRecord")]
public abstract record StoredRecord
{
    [JsonExtensionData]
    [field: NonSerialized]
    public Dictionary<string, JsonElement>? UnknownMembers { get; init; }

    /// <summary>Two records are equal by what this version knows of them.</summary>
    public virtual bool Equals(StoredRecord? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}
