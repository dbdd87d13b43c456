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
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private readonly Kept sessions = new($"sessions of {centre}.{user}", report);
    private readonly Kept lockOut = new($"lock-out of {centre}.{user}", report);
    private readonly Dictionary<string, string> tokens = [];
    private string? password = firstPassword;
    private int guesses;
    private int opened;

    public async Task Write(Calls calls)
    {
        await Task.Delay(Rest);
        if (password is null) await ResetPassword(calls);
        else if (lockOut.Lines.Contains(Locked)) await Unlock(calls);
        else if (guesses > 0) await Guess(calls);
        else if (sessions.Lines.Count < MaxSessions && chance.Next(3) > 0) await SignIn(calls);
        else if (!sessions.Lines.IsEmpty && chance.Next(3) > 0) await SignOut(calls);
        else if (chance.Next(3) == 0) await ResetPassword(calls);
        else await Guess(calls);
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
        else guesses = 0;
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
        guesses = 0;
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

    /// <summary>The third wrong password in a row locks. After a missing answer nobody knows how many they are, so guessing begins anew after an unlocking.</summary>
    private async Task Guess(Calls calls)
    {
        var next = guesses + 1;
        guesses = 0;
        var locks = next == 3;
        await lockOut.Write("wrong password", locks ? lockOut.Lines.Add(Locked) : lockOut.Lines, () => TrySignIn(calls, "wrong"), locks ? 403 : 401);
        guesses = next;
    }

    private async Task Unlock(Calls calls)
    {
        await lockOut.Write("unlock", [], () => calls.Post(board.Ben, $"centres/{centre}/users/{user}/unlock"), 204);
        guesses = 0;
    }

    private async Task ResetPassword(Calls calls)
    {
        password = null;
        var answer = await sessions.Write("password reset", [], () => calls.Post(board.Ben, $"centres/{centre}/users/{user}/password"), 200);
        password = answer.Json.GetProperty("password").GetString()!;
        lockOut.Begin("password reset", []);
        lockOut.End();
        guesses = 0;
    }

    private Task<Answer> TrySignIn(Calls calls, string with) => calls.Post(null, "session", new { user = $"{centre}.{user}", password = with });
}
