using System.Net;
using System.Text.Json;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Sessions;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.Histories;

/// <summary>What is revoked, signed out or disabled lets nobody in from the moment that this was acknowledged.</summary>
public abstract class AccessHistoryTests(HistorySeries series)
{
    private const int Clients = 6;
    private const int CallsOfAClient = 12;
    private const int Keys = 4;

    private static readonly CentreNumber Centre = HistorySeries.Centre;
    private static readonly string[] Roles = ["tutorTeacher"];
    private static readonly string Protected = $"centres/{Centre}/series";

    protected async Task Revoking_a_key_is_linearizable_with_its_uses(int seed)
    {
        using var board = series.Gateway.Client(series.Anna.Token);
        var keys = new Dictionary<string, (string Id, string Secret)>();
        for (var key = 0; key < Keys; key++)
        {
            var created = await Json(await board.PostAsJsonAsync($"centres/{Centre}/keys", new { title = "history", role = "tutorTeacher" }));
            keys[$"key{key}"] = (created.GetProperty("key").GetProperty("id").GetString()!, created.GetProperty("secret").GetString()!);
        }

        var recorder = new HistoryRecorder();
        await AllAtOnce(seed, (client, chance) =>
        {
            var key = $"key{chance.Next(Keys)}";
            return chance.Next(CallsOfAClient) == 0
                ? recorder.Record(client, "revoke", key, () => Status(board.DeleteAsync($"centres/{Centre}/keys/{keys[key].Id}")))
                : recorder.Record(client, "use", key, () => Use(keys[key].Secret));
        });

        foreach (var key in keys.Keys)
            HistorySeeds.ShouldBeLinearizable(series.Gateway.On.ShowsChangesAtOnce(), seed, key, [.. recorder.History.Where(operation => operation.Argument == key)], AccessModel.From(key));
    }

    /// <remarks>One administrator disables and enables: it is two writes, and of two administrators at odds each may get half.</remarks>
    protected async Task Disabling_a_user_is_linearizable_with_signing_in_and_out_and_reading(int seed)
    {
        using var board = series.Gateway.Client(series.Anna.Token);
        var user = $"teacher{seed}";
        var created = await Json(await board.PostAsJsonAsync($"centres/{Centre}/users", new { user, name = "Terry", roles = Roles }));
        var password = created.GetProperty("password").GetString()!;
        var secrets = new Dictionary<string, string>();
        var sessions = 0;

        async Task<string?> SignIn(string session)
        {
            using var client = series.Gateway.Client();
            using var answer = await client.PostAsJsonAsync("session", new { user = $"{Centre}.{user}", password });
            if (answer.StatusCode != HttpStatusCode.Created) return $"{(int)answer.StatusCode}";
            var opened = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;
            lock (secrets) secrets[session] = opened;
            return "201";
        }

        string? Held(Random chance)
        {
            lock (secrets) return secrets.Count == 0 ? null : secrets.Keys.Order(StringComparer.Ordinal).ElementAt(chance.Next(secrets.Count));
        }

        string Secret(string session)
        {
            lock (secrets) return secrets[session];
        }

        var recorder = new HistoryRecorder();
        await AllAtOnce(seed, (client, chance) =>
        {
            if (client == 1)
            {
                return chance.Next(2) == 0
                    ? recorder.Record(client, "disable", "", () => Status(board.DeleteAsync($"centres/{Centre}/users/{user}")))
                    : recorder.Record(client, "enable", "", () => Status(board.PostAsync($"centres/{Centre}/users/{user}/enable", content: null)));
            }

            if (chance.Next(6) == 0 || Held(chance) is not { } session)
            {
                var name = $"s{Interlocked.Increment(ref sessions):000}";
                return recorder.Record(client, "sign in", name, () => SignIn(name));
            }

            return chance.Next(6) == 0
                ? recorder.Record(client, "sign out", session, () => SignOut(Secret(session)))
                : recorder.Record(client, "use", session, () => Use(Secret(session)));
        });

        // Enabled again, nothing of before may come back to life.
        await recorder.Record(0, "enable", "", () => Status(board.PostAsync($"centres/{Centre}/users/{user}/enable", content: null)));
        foreach (var (session, secret) in secrets) await recorder.Record(0, "use", session, () => Use(secret));
        HistorySeeds.ShouldBeLinearizable(series.Gateway.On.ShowsChangesAtOnce(), seed, user, recorder.History, AccessModel.From());
    }

    [Fact]
    public async Task Of_those_who_sign_out_with_one_session_at_once_one_is_told_so_and_the_others_that_it_is_over()
    {
        const int others = 4;
        using var board = series.Gateway.Client(series.Anna.Token);
        var created = await Json(await board.PostAsJsonAsync($"centres/{Centre}/users", new { user = "torn", name = "Terry", roles = Roles }));
        using var anyone = series.Gateway.Client();
        var opened = await Json(await anyone.PostAsJsonAsync("session", new { user = $"{Centre}.torn", password = created.GetProperty("password").GetString() }));
        var secret = opened.GetProperty("token").GetString()!;
        Assert.Equal("200", await Use(secret));

        var closing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var close = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        series.Store.BeforeWrite = key =>
        {
            if (!key.Kind.Contains(nameof(SessionsState), StringComparison.Ordinal)) return Task.CompletedTask;
            closing.TrySetResult();
            return close.Task;
        };
        try
        {
            List<Task<string?>> signOuts = [SignOut(secret)];
            await closing.Task;
            signOuts.AddRange(Enumerable.Range(0, others).Select(_ => SignOut(secret)));
            // Nothing is closed yet; meanwhile the others are let in, and wait for the grain.
            for (var use = 0; use < 20; use++) Assert.Equal("200", await Use(secret));
            close.SetResult();
            Assert.Equal(["204", .. Enumerable.Repeat("401", others)], (await Task.WhenAll(signOuts)).Order());
        }
        finally
        {
            close.TrySetResult();
            series.Store.BeforeWrite = _ => Task.CompletedTask;
        }
    }

    private static async Task AllAtOnce(int seed, Func<int, Random, Task<string?>> call) => await Task.WhenAll(Enumerable.Range(1, Clients).Select(client => Task.Run(async () =>
    {
        var chance = new Random(unchecked((HistorySeeds.Of(seed) * 31) + client));
        for (var count = 0; count < CallsOfAClient; count++) await call(client, chance);
    })));

    private static async Task<string?> Status(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return $"{(int)answer.StatusCode}";
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
            return JsonDocument.Parse(text).RootElement;
        }
    }

    private async Task<string?> Use(string secret)
    {
        using var client = series.Gateway.Client(secret);
        return await Status(client.GetAsync(Protected));
    }

    private async Task<string?> SignOut(string secret)
    {
        using var client = series.Gateway.Client(secret);
        return await Status(client.DeleteAsync("session"));
    }
}

public sealed class AccessHistoryOnOneNodeTests(HistorySeries series) : AccessHistoryTests(series), IClassFixture<HistorySeries>
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public Task Revoking_a_key_is_linearizable_with_its_uses_on_one_node(int seed) => Revoking_a_key_is_linearizable_with_its_uses(seed);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public Task Disabling_a_user_is_linearizable_with_signing_in_and_out_and_reading_on_one_node(int seed) => Disabling_a_user_is_linearizable_with_signing_in_and_out_and_reading(seed);
}

/// <summary>On two nodes a history takes long: the first of each.</summary>
[Collection(RealTime.Name)]
public sealed class AccessHistoryOnAClusterTests(HistorySeriesOnACluster series) : AccessHistoryTests(series), IClassFixture<HistorySeriesOnACluster>
{
    [Theory]
    [InlineData(11)]
    public Task Revoking_a_key_is_linearizable_with_its_uses_on_a_cluster(int seed) => Revoking_a_key_is_linearizable_with_its_uses(seed);

    [Theory]
    [InlineData(21)]
    public Task Disabling_a_user_is_linearizable_with_signing_in_and_out_and_reading_on_a_cluster(int seed) => Disabling_a_user_is_linearizable_with_signing_in_and_out_and_reading(seed);
}
