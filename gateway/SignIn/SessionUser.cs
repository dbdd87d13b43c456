using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.SignIn;

/// <summary>Who is signed in.</summary>
/// <param name="Centre">Null for the board's operators.</param>
public sealed record SessionUser(string Id, string Name, CentreNumber? Centre, IReadOnlyList<Role> Roles)
{
    public static SessionUser Of(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(caller.Id, caller.Name, caller.Shelf.Centre, caller.Roles);
    }
}
