using System.Text.Json.Serialization;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A user as others may see them: without the password's hash.</summary>
[GenerateSerializer, Immutable, Alias("Account")]
public sealed record Account(
    [property: Id(0)] UserName Name,
    [property: Id(1)] string FullName,
    [property: Id(2)] ImmutableArray<Role> Roles,
    [property: Id(3)] bool Disabled)
{
    /// <inheritdoc cref="User.ChangedIn"/>
    [Id(4), JsonIgnore]
    public int ChangedIn { get; init; }

    /// <inheritdoc cref="User.AddedInEmergency"/>
    [Id(5)]
    public DateTimeOffset? AddedInEmergency { get; init; }
}
