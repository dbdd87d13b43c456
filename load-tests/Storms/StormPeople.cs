using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Preparation;

namespace ResultsGrid.LoadTests.Storms;

/// <summary>People with passwords for a storm, made by an operator.</summary>
public static class StormPeople
{
    /// <param name="centres">One new user at each; the first are the storm's, the last one's is the quiet centre.</param>
    /// <exception cref="InvalidOperationException">A user was refused.</exception>
    public static async Task<IReadOnlyList<NightAccess>> Add(NightTarget target, IEnumerable<CentreNumber> centres, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(centres);
        ArgumentNullException.ThrowIfNull(time);
        using var board = await OperatorClient.SignIn(target.Address, target.Operators[0], cancellation);
        // A folder that is used again has those of the last storm already.
        var name = $"storm-{time.GetUtcNow().ToUnixTimeMilliseconds()}";
        var people = new List<NightAccess>();
        foreach (var centre in centres)
        {
            var created = await board.AddUser(centre, new NewUser(name, "Olive Officer", [Role.CentreAdministrator]), cancellation);
            people.Add(new NightAccess(centre, null, created.User.Name.ToString(), created.Password));
        }

        return people;
    }
}
