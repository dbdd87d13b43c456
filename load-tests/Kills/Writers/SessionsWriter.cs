using System.Globalization;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>A teacher who signs in and out, and now and then gets locked out by three wrong passwords until the board unlocks.</summary>
/// <remarks>Every sign-in and guess costs a third of a second of hashing, so most of the time it rests.</remarks>
public sealed class SessionsWriter(CentreNumber centre, string user, string firstPassword, Board board, Random chance, KillReport report) : IWriter
{
    private const int MaxSessions = 4;
    private const string Locked = "locked";
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    private readonly Kept sessions = new($"sessions of {centre}.{user}", report);
    private readonly Kept lockOut = new($"lock-out of {centre}.{user}", report);
    private readonly Dictionary<string, string> tokens = [];
    private string? password = firstPassword;
    /// <summary>Wrong passwords since the last right one; null: an answer was missing, so nobody knows, and the board unlocks first.</summary>
    private int? guesses = 0;
    private int opened;

    public async Task Write(Calls calls)
    {
        await Task.Delay(Rest);
        if (password is null) await ResetPassword(calls);
        else if (guesses is null || lockOut.Lines.Contains(Locked)) await Unlock(calls);
        else if (guesses > 0 || chance.Next(3) == 0) await Guess(calls);
        else if (chance.Next(8) == 0) await ResetPassword(calls);
        else if (sessions.Lines.IsEmpty || (sessions.Lines.Count < MaxSessions && chance.Next(2) == 0)) await SignIn(calls);
        else await SignOut(calls);
    }

    public async Task Check(Calls calls)
    {
        var found = new List<string>();
        foreach (var (session, token) in tokens)
        {
            if ((await calls.Get(token, "session")).Expect(200, 401).Status == 200) found.Add(session);
        }

        // A password that nobody was told is set anew at once; how many sessions are open then is known again.
        if (password is null) await ResetPassword(calls);
        else sessions.Compare(found);
        foreach (var closed in tokens.Keys.Except(sessions.Lines).ToList()) tokens.Remove(closed);
        if (lockOut.Lines.Contains(Locked)) await CheckLocked(calls);
    }

    /// <summary>To be refused as locked costs no hashing; to be let in means that the missing answer was an unlocking.</summary>
    private async Task CheckLocked(Calls calls)
    {
        var answer = (await TrySignIn(calls, password!)).Expect(201, 403);
        lockOut.Compare(answer.Status == 403 ? [Locked] : []);
        if (answer.Status != 201) return;
        guesses = 0;
        Remember(answer);
    }

    private async Task SignIn(Calls calls)
    {
        // The token of an unanswered sign-in is nobody's: it can't be looked for, so the lines stay.
        var answer = await sessions.Write("sign-in", sessions.Lines, () => TrySignIn(calls, password!), 201);
        Remember(answer);
    }

    private void Remember(Answer signedIn)
    {
        var session = string.Create(CultureInfo.InvariantCulture, $"session {++opened}");
        tokens[session] = signedIn.Json.GetProperty("token").GetString()!;
        sessions.Begin("sign-in", sessions.Lines.Add(session));
        sessions.End();
    }

    private Task<Answer> SignOut(Calls calls)
    {
        var session = sessions.Lines[chance.Next(sessions.Lines.Count)];
        return sessions.Write("sign-out", sessions.Lines.Remove(session), () => calls.Send(tokens[session], HttpMethod.Delete, "session"), 204);
    }

    /// <summary>The third wrong password in a row locks, also where the process was killed between them.</summary>
    private async Task Guess(Calls calls)
    {
        var next = guesses!.Value + 1;
        guesses = null;
        var locks = next == 3;
        await lockOut.Write("wrong password", locks ? lockOut.Lines.Add(Locked) : lockOut.Lines, () => TrySignIn(calls, "wrong"), locks ? 403 : 401);
        guesses = next;
    }

    private async Task Unlock(Calls calls)
    {
        guesses = null;
        await lockOut.Write("unlock", [], () => calls.Post(board.Ben, $"centres/{centre}/users/{user}/unlock"), 204);
        guesses = 0;
    }

    private async Task ResetPassword(Calls calls)
    {
        (password, guesses) = (null, null);
        var answer = await sessions.Write("password reset", [], () => calls.Post(board.Ben, $"centres/{centre}/users/{user}/password"), 200);
        password = answer.Json.GetProperty("password").GetString()!;
        lockOut.Begin("password reset", []);
        lockOut.End();
        guesses = 0;
    }

    private Task<Answer> TrySignIn(Calls calls, string with) => calls.Post(null, "session", new { user = $"{centre}.{user}", password = with });
}
