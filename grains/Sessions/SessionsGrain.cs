using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Sessions;

/// <inheritdoc cref="ISessionsGrain"/>
[GrainType("sessions")]
public sealed class SessionsGrain(
    [PersistentState("SessionsState")] IPersistentState<SessionsState> storage,
    [FromKeyedServices(Clocks.Service)] TimeProvider clock) : Grain, ISessionsGrain
{
    /// <summary>The board's rule (domain 8): three wrong passwords lock the account.</summary>
    public const int MaxWrongPasswords = 3;

    /// <summary>A person with more open sessions than this left them open.</summary>
    private const int MaxSessionsPerUser = 20;

    /// <summary>Names that nobody has are kept count of up to here; the oldest gives way.</summary>
    private const int MaxStrangers = 100;

    private SessionsState State => storage.State;

    public Task<bool> IsLocked(UserName name, bool isKnown) => Task.FromResult(WrongPasswords(name, isKnown) >= MaxWrongPasswords);

    public async Task<int> RecordWrongPassword(UserName name, bool isKnown)
    {
        var wrong = Math.Min(WrongPasswords(name, isKnown) + 1, MaxWrongPasswords);
        if (wrong != WrongPasswords(name, isKnown))
        {
            await storage.Commit(isKnown
                ? State with { WrongPasswords = new Dictionary<string, int>(State.WrongPasswords) { [name.ToString()] = wrong } }
                : State with { Strangers = [.. State.Strangers.Where(other => other.Name != name).TakeLast(MaxStrangers - 1), new StrangersGuesses(name, wrong)] });
        }

        return MaxWrongPasswords - wrong;
    }

    public async Task Unlock(UserName user)
    {
        if (WrongPasswords(user, isKnown: true) > 0) await storage.Commit(State with { WrongPasswords = Forgetting(user) });
    }

    public async Task Open(Session session)
    {
        var now = clock.GetUtcNow();
        var alive = State.Open.Where(open => open.ExpiresAt > now).ToList();
        var ofUser = alive.Where(open => open.User == session.User).OrderBy(open => open.OpenedAt).ToList();
        var tooMany = ofUser.Take(Math.Max(0, ofUser.Count - MaxSessionsPerUser + 1)).ToHashSet();
        await storage.Commit(State with
        {
            Open = [.. alive.Where(open => !tooMany.Contains(open)), session],
            WrongPasswords = Forgetting(session.User),
        });
    }

    public Task<ImmutableArray<Session>> ListOpen() => Task.FromResult(State.Open);

    public Task<bool> Close(ContentHash tokenHash) => Keep(open => open.TokenHash != tokenHash);

    public Task CloseAll(UserName user) => Keep(open => open.User != user);

    /// <returns>Whether any is closed by it.</returns>
    private async Task<bool> Keep(Func<Session, bool> kept)
    {
        var open = State.Open.Where(kept).ToImmutableArray();
        if (open.Length == State.Open.Length) return false;
        await storage.Commit(State with { Open = open });
        return true;
    }

    private int WrongPasswords(UserName name, bool isKnown) => isKnown
        ? State.WrongPasswords.GetValueOrDefault(name.ToString())
        : State.Strangers.FirstOrDefault(guesses => guesses.Name == name)?.Count ?? 0;

    private Dictionary<string, int> Forgetting(UserName user)
        => State.WrongPasswords.Where(wrong => wrong.Key != user.ToString()).ToDictionary(wrong => wrong.Key, wrong => wrong.Value);
}
