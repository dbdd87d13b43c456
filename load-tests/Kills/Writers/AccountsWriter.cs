using System.Globalization;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>Keeps a centre's users and access keys.</summary>
public sealed class AccountsWriter(CentreNumber centre, Board board, Random chance, KillReport report) : IWriter
{
    private const int MaxUsers = 20;
    private const int MaxKeys = 10;

    /// <summary>A user costs a third of a second of hashing; most operations should be quick ones.</summary>
    private const double ShareOfUsers = 0.05;

    private static readonly string[] Roles = ["tutorTeacher"];

    private readonly string ours = $"{centre}.u";
    private readonly Kept users = new($"users of centre {centre}", report);
    private readonly Kept keys = new($"access keys of centre {centre}", report);
    private readonly Dictionary<string, string> secrets = [];
    private readonly Queue<string> revoked = new();
    private Dictionary<string, string> ids = [];
    private int made;

    public Task Write(Calls calls)
    {
        if (users.Lines.Count < MaxUsers && chance.NextDouble() < ShareOfUsers) return AddUser(calls);
        if (keys.Lines.IsEmpty || (keys.Lines.Count < MaxKeys && chance.Next(2) == 0)) return AddKey(calls);
        return users.Lines.IsEmpty || chance.Next(2) == 0 ? RevokeKey(calls) : SwitchUser(calls);
    }

    public async Task Check(Calls calls)
    {
        var listed = (await calls.Get(board.Anna, $"centres/{centre}/users")).Expect(200).Json.EnumerateArray();
        users.Compare(listed.Select(user => Line(user.GetProperty("name").GetString()!, user.GetProperty("disabled").GetBoolean())).Where(line => line.StartsWith(ours, StringComparison.Ordinal)));
        var found = (await calls.Get(board.Anna, $"centres/{centre}/keys")).Expect(200).Json.EnumerateArray()
            .Where(key => key.GetProperty("title").GetString()!.StartsWith('k')).ToList();
        ids = found.ToDictionary(key => key.GetProperty("title").GetString()!, key => key.GetProperty("id").GetString()!);
        keys.Compare(ids.Keys);

        // A key that nobody got the secret of can't be tried.
        foreach (var title in keys.Lines.Where(secrets.ContainsKey)) await Try(calls, title, 200);
        foreach (var title in revoked.Where(title => !keys.Lines.Contains(title))) await Try(calls, title, 401);
    }

    private async Task Try(Calls calls, string title, int expected)
    {
        report.Check();
        (await calls.Get(secrets[title], $"centres/{centre}/series")).Expect(expected);
    }

    private Task AddUser(Calls calls)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"u{++made}");
        return users.Write("user added", users.Lines.Add(Line($"{centre}.{name}", disabled: false)),
            () => calls.Post(board.Anna, $"centres/{centre}/users", new { user = name, name, roles = Roles }), 201);
    }

    private Task SwitchUser(Calls calls)
    {
        var line = Any(users.Lines);
        var user = line.Split(' ')[0];
        var address = $"centres/{centre}/users/{user.Split('.')[1]}";
        return line.EndsWith("enabled", StringComparison.Ordinal)
            ? users.Write("user disabled", users.Lines.Remove(line).Add(Line(user, disabled: true)), () => calls.Send(board.Anna, HttpMethod.Delete, address), 204)
            : users.Write("user enabled", users.Lines.Remove(line).Add(Line(user, disabled: false)), () => calls.Post(board.Anna, $"{address}/enable"), 204);
    }

    private async Task AddKey(Calls calls)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"k{++made}");
        var created = await keys.Write("key added", keys.Lines.Add(title),
            () => calls.Post(board.Anna, $"centres/{centre}/keys", new { title, role = "resultsFullAccess" }), 201);
        secrets[title] = created.Json.GetProperty("secret").GetString()!;
        ids[title] = created.Json.GetProperty("key").GetProperty("id").GetString()!;
    }

    private async Task RevokeKey(Calls calls)
    {
        var title = Any(keys.Lines);
        if (secrets.ContainsKey(title)) revoked.Enqueue(title);
        if (revoked.Count > 3) revoked.Dequeue();
        await keys.Write("key revoked", keys.Lines.Remove(title), () => calls.Send(board.Anna, HttpMethod.Delete, $"centres/{centre}/keys/{ids[title]}"), 204);
    }

    private string Any(IReadOnlyCollection<string> lines) => lines.ElementAt(chance.Next(lines.Count));

    private static string Line(string user, bool disabled) => $"{user} {(disabled ? "disabled" : "enabled")}";
}
