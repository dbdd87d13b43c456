using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http.Features;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.Tests.Drills;

/// <summary>The drills' own HTTP client, against Kestrel and against servers that break the rules.</summary>
public sealed class WireConnectionTests : IAsyncLifetime
{
    private static readonly byte[] Large = RandomNumberGenerator.GetBytes(3 * WireLimits.BufferBytes);

    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapMethods("/large", ["GET", "HEAD"], () => TypedResults.Bytes(Large));
        app.MapGet("/empty", () => TypedResults.NoContent());
        app.MapGet("/same", () => TypedResults.StatusCode(304));
        app.MapGet("/chunked", async (HttpContext http) =>
        {
            http.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
            foreach (var piece in Large.Chunk(10_007)) await http.Response.Body.WriteAsync(piece);
        });
        app.MapGet("/aborted", async (HttpContext http) =>
        {
            http.Response.ContentLength = Large.Length;
            await http.Response.Body.WriteAsync(Large.AsMemory(0, 1_000));
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        app.MapGet("/headers", (HttpContext http) =>
        {
            http.Response.Headers.Append("X-Long", new string('x', 20_000));
            return "";
        });
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/large")]
    [InlineData("/chunked")]
    public async Task A_body_comes_whole_with_a_length_and_in_chunks_and_the_connection_stays_good(string path)
    {
        using var connection = await Open(Address);
        for (var time = 0; time < 3; time++)
        {
            await connection.Write(Get(path));
            Assert.Equal(200, (await connection.Read()).Status);
            Assert.Equal(Large, await Body(connection));
        }

        Assert.True(connection.StaysOpen);
    }

    [Fact]
    public async Task Requests_written_at_once_are_answered_one_after_the_other()
    {
        using var connection = await Open(Address);
        byte[] head = WireRequest.Write(Wire, "HEAD", "/large");
        await connection.Write((byte[])[.. Get("/chunked"), .. head, .. Get("/same"), .. Get("/empty"), .. Get("/large")]);
        Assert.Equal(200, (await connection.Read()).Status);
        Assert.Equal(Large, await Body(connection));
        var told = await connection.Read(toHead: true);
        Assert.Equal((200, (long?)Large.Length), (told.Status, told.FindNumber("content-length"u8)));
        Assert.Empty(await Body(connection));
        Assert.Equal(304, (await connection.Read()).Status);
        Assert.Empty(await Body(connection));
        Assert.Equal(204, (await connection.Read()).Status);
        Assert.Empty(await Body(connection));
        Assert.Equal(200, (await connection.Read()).Status);
        Assert.Equal(Large, await Body(connection));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_told_and_not_taken_for_whole()
    {
        using var connection = await Open(Address);
        await connection.Write(Get("/aborted"));
        // The reset may overtake even the head.
        Assert.Equal(WireFault.ClosedEarly, (await Assert.ThrowsAsync<WireException>(() => Whole(connection))).Fault);
    }

    [Fact]
    public async Task A_head_beyond_the_limit_is_refused()
    {
        using var connection = await Open(Address);
        await connection.Write(Get("/headers"));
        Assert.Equal(WireFault.TooLarge, (await Assert.ThrowsAsync<WireException>(async () => await connection.Read())).Fault);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_with_a_length_and_in_chunks()
    {
        var limits = WireLimits.Default with { MaxBodyBytes = Large.Length - 1 };
        using var told = await WireConnection.Open(Wire, limits, CancellationToken.None);
        await told.Write(Get("/large"));
        Assert.Equal(WireFault.TooLarge, (await Assert.ThrowsAsync<WireException>(async () => await told.Read())).Fault);
        using var chunked = await WireConnection.Open(Wire, limits, CancellationToken.None);
        await chunked.Write(Get("/chunked"));
        await chunked.Read();
        Assert.Equal(WireFault.TooLarge, (await Assert.ThrowsAsync<WireException>(() => Body(chunked))).Fault);
    }

    [Fact]
    public void An_answer_is_read_alike_wherever_its_bytes_are_split()
    {
        const string answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nETag: \"abc\"\r\ntransfer-encoding: Chunked\r\n\r\n5;x=y\r\nhello\r\n00B\r\n, grids\r\n!!\r\n0\r\nTrailer: yes\r\n\r\n"
            + "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n";
        Prop.ForAll(Gen.Choose(1, answer.Length - 1).ListOf().ToArbitrary(), cuts =>
        {
            using var server = new StubServer(Pieces(answer, cuts));
            ReadSplit(server).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("ICY 200 OK\r\n\r\n", WireFault.Malformed)]
    [InlineData("HTTP/1.1 2x0 OK\r\n\r\n", WireFault.Malformed)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", WireFault.Malformed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", WireFault.Malformed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", WireFault.ClosedEarly)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nq\r\n", WireFault.Malformed)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n", WireFault.Malformed)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", WireFault.ClosedEarly)]
    [InlineData("", WireFault.ClosedEarly)]
    public async Task What_is_no_whole_answer_is_refused(string answer, WireFault fault)
    {
        using var server = new StubServer([answer]);
        using var connection = await Open(server.Address);
        Assert.Equal(fault, (await Assert.ThrowsAsync<WireException>(() => Whole(connection))).Fault);
    }

    [Fact]
    public async Task A_silent_server_is_waited_for_as_long_as_the_patience_and_no_longer()
    {
        using var server = new StubServer(["HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na"], stays: true);
        var limits = WireLimits.Default with { Patience = TimeSpan.FromMilliseconds(200) };
        // On a busy machine the patience may run out before the silence.
        var refused = await Assert.ThrowsAsync<WireException>(async () =>
        {
            using var connection = await WireConnection.Open(WireAddress.Of(server.Address), limits, CancellationToken.None);
            await Whole(connection);
        });
        Assert.Equal(WireFault.TimedOut, refused.Fault);
    }

    [Fact]
    public async Task Where_nobody_listens_the_connection_is_refused()
    {
        var server = new StubServer([]);
        var address = server.Address;
        server.Dispose();
        Assert.Equal(WireFault.Refused, (await Assert.ThrowsAsync<WireException>(() => Open(address))).Fault);
    }

    private Uri Address => new(app.Urls.First());

    private WireAddress Wire => WireAddress.Of(Address);

    private byte[] Get(string path) => WireRequest.Write(Wire, "GET", path);

    private static Task<WireConnection> Open(Uri address) => WireConnection.Open(WireAddress.Of(address), WireLimits.Default, CancellationToken.None);

    private static async Task<byte[]> Whole(WireConnection connection)
    {
        await connection.Read();
        return await Body(connection);
    }

    private static async Task<byte[]> Body(WireConnection connection)
    {
        using var body = new MemoryStream();
        while (await connection.ReadBody() is { Length: > 0 } piece) body.Write(piece.Span);
        return body.ToArray();
    }

    private static async Task ReadSplit(StubServer server)
    {
        using var connection = await Open(server.Address);
        var head = await connection.Read();
        Assert.Equal((200, "\"abc\""), (head.Status, head.Find("etag"u8)));
        Assert.Equal("hello, grids\r\n!!", Encoding.ASCII.GetString(await Body(connection)));
        Assert.Equal(304, (await connection.Read()).Status);
        Assert.Empty(await Body(connection));
        Assert.False(connection.StaysOpen);
    }

    private static string[] Pieces(string text, IEnumerable<int> cuts)
    {
        int[] edges = [0, .. cuts.Distinct().Order(), text.Length];
        return [.. edges.Zip(edges.Skip(1), (from, to) => text[from..to])];
    }
}
