using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ResultsGrid.Gateway.HotPath;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.HotPath;

/// <summary>The short way to a document answers exactly as the routes do, and says nothing that they would not say.</summary>
public sealed class DocumentPathTests : IAsyncLifetime
{
    /// <summary>It changes nothing of the answer, but isn't plain: the request takes the long way.</summary>
    private static readonly (string, string) TheLongWay = ("If-Modified-Since", "tomorrow");

    private static readonly string[] Encodings = ["", "br", "gzip", "gzip, deflate, br", "br;q=0.5, gzip", "identity", "*", "gzip;q=0, br;q=0", "identity;q=0", "nonsense;;"];

    private readonly WhoAnswered who = new();
    private TestGateway gateway = null!;
    private Visitors visitors = null!;

    private static string Documents => $"/api/v1/centres/{Packages.Centres[0]}/series/{Packages.Series}/documents";

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder => builder.Services.AddTransient<IStartupFilter, DateByTheClock>().AddSingleton<IStartupFilter>(who));
        await gateway.Publish(Packages.Package);
        visitors = new Visitors(gateway);
        gateway.Clock.Leap(Packages.RestrictedRelease - gateway.Clock.GetUtcNow());
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task It_answers_what_is_in_memory_byte_for_byte_as_the_routes_do()
    {
        var officer = await visitors.Key(Packages.Centres[0], Role.CentreAdministrator);
        foreach (var path in await Addresses(officer))
        {
            foreach (var encoding in Encodings)
            {
                (string, string)[] plain = encoding.Length == 0 ? [] : [("Accept-Encoding", encoding)];
                var routed = await Ask(officer, path, [.. plain, TheLongWay]);
                Assert.True(who.LastWasRouted);
                var direct = await Ask(officer, path, plain);
                Assert.False(who.LastWasRouted, $"{path} for '{encoding}' took the long way");
                Assert.Equal(200, direct.Status);
                Assert.Null(direct.Difference(routed));

                (string, string) known = ("If-None-Match", direct.Headers.Split("ETag: ")[1].Split('\n')[0]);
                var unchanged = await Ask(officer, path, [.. plain, known]);
                Assert.False(who.LastWasRouted);
                Assert.Equal(304, unchanged.Status);
                Assert.Null(unchanged.Difference(await Ask(officer, path, [.. plain, known, TheLongWay])));
            }
        }
    }

    [Fact]
    public async Task Behind_an_answer_the_ledgers_thread_takes_one_request_and_no_more()
    {
        var (asks, unchanged) = await Requests();

        Assert.Equal(200, (await Pipeline(asks, unchanged))[0]);
        Assert.Equal(0, who.Routed);
        var statuses = await Pipeline(asks, unchanged, unchanged);

        Assert.Equal([200, 304, 304], statuses);
        Assert.Equal(1, who.Routed);
    }

    [Fact]
    public async Task A_client_that_never_pauses_goes_on_on_a_thread_that_gives_way()
    {
        const int turns = 4;
        var (_, unchanged) = await Requests();
        var longest = 0;
        // Where the reading thread is kept from the processor, the client has paused, and is treated as one who does.
        for (var tries = 0; tries < 20 && longest <= ConnectionTurn.Longest; tries++)
        {
            who.Threads.Clear();
            var statuses = await Pipeline([.. Enumerable.Repeat(unchanged, turns * (ConnectionTurn.Longest + 1))]);

            Assert.Equal(turns * (ConnectionTurn.Longest + 1), statuses.Count);
            Assert.All(statuses, status => Assert.Equal(304, status));
            Assert.Equal(0, who.Routed);
            longest = who.Threads.Count(thread => thread == "last in turn 1");
        }

        // More than one turn of it.
        Assert.True(longest > ConnectionTurn.Longest, $"{longest} at most went on there");
    }

    [Fact]
    public async Task A_client_that_waits_for_each_answer_does_not_however_often_it_asks()
    {
        var (_, unchanged) = await Requests();
        var request = Encoding.ASCII.GetBytes($"{unchanged}\r\n");
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await using var stream = client.GetStream();
        using var answers = new StreamReader(stream, Encoding.Latin1);

        for (var number = 0; number < 20 * ConnectionTurn.Longest; number++)
        {
            await stream.WriteAsync(request);
            Assert.Equal("HTTP/1.1 304 Not Modified", await answers.ReadLineAsync());
            while (await answers.ReadLineAsync() is { Length: > 0 })
            {
                // The rest of the head; there is nothing behind it.
            }
        }

        Assert.Equal(0, who.Routed);
        Assert.DoesNotContain("last in turn 1", who.Threads);
    }

    [Fact]
    public async Task Whoever_is_refused_is_refused_by_the_routes()
    {
        var officer = await visitors.Key(Packages.Centres[0], Role.CentreAdministrator);
        var path = $"{Documents}/results-file";
        Assert.Equal(200, (await Ask(officer, path)).Status);
        Visitor[] others =
        [
            await visitors.Key(Packages.Centres[0], Role.TutorTeacher), await visitors.Key(Packages.Centres[0], Role.Entries),
            await visitors.Key(Packages.Centres[1], Role.CentreAdministrator), .. await visitors.Former(Packages.Centres[0]),
            officer with { Secret = null }, officer with { Secret = $"{officer.Secret}x" }, officer with { Secret = officer.Secret![..^1] },
        ];
        foreach (var other in others)
        {
            var answer = await Ask(other, path);
            Assert.True(who.LastWasRouted, $"{other}");
            Assert.InRange(answer.Status, 401, 404);
            Assert.Null(answer.Difference(await Ask(other, path, TheLongWay)));
        }
    }

    [Fact]
    public async Task A_minute_before_nobody_is_answered_by_it()
    {
        var early = await TestGateway.Start(adjust: builder => builder.Services.AddSingleton<IStartupFilter>(who));
        await using var _ = early;
        await early.Publish(Packages.Package);
        var officer = await new Visitors(early).Key(Packages.Centres[0], Role.CentreAdministrator);
        using var asked = new Wire(early);
        for (var again = 0; again < 3; again++)
        {
            Assert.Equal(403, (await asked.Send(new WireRequest("GET", $"{Documents}/results-file", officer, [], Body: null))).Status);
            Assert.True(who.LastWasRouted);
        }
    }

    [Fact]
    public async Task Ways_of_asking_that_are_not_plain_take_the_long_way()
    {
        var officer = await visitors.Key(Packages.Centres[0], Role.CentreAdministrator);
        var path = $"{Documents}/results-file";
        await Ask(officer, path);
        (string, string)[] headers = [("Range", "bytes=0-9"), ("If-Match", "\"x\""), ("If-Range", "\"x\""), ("If-None-Match", "\"x\""), ("If-None-Match", "*"), ("If-Unmodified-Since", "tomorrow"), TheLongWay];
        foreach (var header in headers)
        {
            await Ask(officer, path, header);
            Assert.True(who.LastWasRouted, header.ToString());
        }

        string[] paths = [$"{path}/", path.ToUpperInvariant(), path.Replace("/series/", "/SERIES/"), $"/{path}", $"{Documents}/%72esults-file", $"{Documents}/nothing", $"{Documents}/"];
        foreach (var other in paths)
        {
            var answer = await Ask(officer, other);
            Assert.Null(answer.Difference(await Ask(officer, other, TheLongWay)));
        }

        var head = await Send(new WireRequest("HEAD", path, officer, [], Body: null));
        Assert.True(who.LastWasRouted);
        Assert.Empty(head.Body);
    }

    /// <summary>A request for a document, and one whether it has changed.</summary>
    private async Task<(string Asks, string Unchanged)> Requests()
    {
        var officer = await visitors.Key(Packages.Centres[0], Role.CentreAdministrator);
        var path = $"{Documents}/results-file";
        // The first brings it into memory.
        await Ask(officer, path);
        var tag = (await Ask(officer, path)).Headers.Split("ETag: ")[1].Split('\n')[0];
        var request = $"GET {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {officer.Secret}\r\n";
        who.Forget();
        return (request, $"{request}If-None-Match: {tag}\r\n");
    }

    /// <summary>Sends them in one write, without waiting for answers.</summary>
    private async Task<IReadOnlyList<int>> Pipeline(params IReadOnlyList<string> requests)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{string.Join("\r\n", requests)}Connection: close\r\n\r\n"));
        using var answers = new StreamReader(stream, Encoding.Latin1);
        var all = await answers.ReadToEndAsync();
        return [.. all.Split("HTTP/1.1 ")[1..].Select(answer => int.Parse(answer[..3], CultureInfo.InvariantCulture))];
    }

    private async Task<IEnumerable<string>> Addresses(Visitor officer)
        => System.Text.Json.JsonDocument.Parse((await Ask(officer, Documents)).Body).RootElement.GetProperty("documents").EnumerateArray()
            .Select(document => $"{Documents}/{document.GetProperty("id").GetString()}").ToList();

    private Task<WireAnswer> Ask(Visitor visitor, string path, params (string, string)[] headers)
        => Send(new WireRequest("GET", path, visitor, headers, Body: null));

    private async Task<WireAnswer> Send(WireRequest request)
    {
        using var wire = new Wire(gateway);
        return await wire.Send(request);
    }
}
