using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Access;

/// <summary>Somebody who sends requests, and what the tests know of them.</summary>
/// <param name="Centre">Their own; null for the board's and for nobody.</param>
/// <param name="Roles">As they were given, be they worth something or not.</param>
/// <param name="IsPerson">Signed in; else an access key, or nobody.</param>
/// <param name="IsLetIn">False for whoever's token or key is missing, unknown, expired, closed or revoked.</param>
/// <param name="Secret">Sent as the bearer token; null: none.</param>
public sealed record Visitor(string Name, CentreNumber? Centre, IReadOnlyList<Role> Roles, bool IsPerson, bool IsLetIn, string? Secret)
{
    /// <summary>The board's role is worth nothing in a centre's account.</summary>
    public bool IsOperator => IsLetIn && Centre is null && Roles.Contains(Role.BoardOperator);

    public bool Has(Role role) => IsLetIn && Roles.Contains(role);

    public override string ToString() => Name;
}
