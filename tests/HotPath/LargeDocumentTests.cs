using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.HotPath;

/// <summary>A document too large for memory is sent from where it lies, and is no less checked, ranged or recorded for that.</summary>
public sealed class LargeDocumentTests : IAsyncLifetime
{
    private static readonly RehearsalPlan Plan = Packages.Plan with { Centres = 1, Candidates = 120 };
    private static readonly CentreNumber Centre = RehearsalSeries.CentreNumbers(Plan).Single();
    private static readonly string Documents = $"centres/{Centre}/series/{Packages.Series}/documents";
    private static readonly string Statements = $"{Documents}/statements-zip";

    private TestGateway gateway = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        await gateway.Publish(Packages.Write(Plan));
        gateway.Clock.Leap(Packages.RestrictedRelease - gateway.Clock.GetUtcNow());
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task It_comes_whole_in_part_or_not_at_all_as_RFC_9110_has_it()
    {
        using var officer = await gateway.Key(Centre, Role.CentreAdministrator);
        var (bytes, sha256) = await Listed(officer);
        Assert.True(bytes > CheckedDocuments.MaxCachedDocumentBytes, $"{bytes} bytes are not large");

        using var whole = await officer.GetAsync(Statements);
        var content = await whole.Content.ReadAsByteArrayAsync();
        Assert.Equal((bytes, sha256), (content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
        Assert.Equal(bytes, whole.Content.Headers.ContentLength);
        using var part = await Ask(officer, request => request.Headers.Range = new RangeHeaderValue(bytes - 10, null));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[^10..], await part.Content.ReadAsByteArrayAsync());
        using var unchanged = await Ask(officer, request => request.Headers.IfNoneMatch.Add(whole.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var head = await Ask(officer, request => request.Method = HttpMethod.Head);
        Assert.Equal(bytes, head.Content.Headers.ContentLength);

        var fetch = Assert.Single((await officer.Json($"{Documents[..^"documents".Length]}downloads")).EnumerateArray());
        Assert.Equal(2, fetch.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_damaged_one_is_a_fault_of_ours_and_no_byte_of_it_leaves()
    {
        using var officer = await gateway.Key(Centre, Role.CentreAdministrator);
        var (bytes, hash) = await Listed(officer);
        var file = Path.Combine(gateway.Folder, "documents", hash[..2], hash[2..4], hash);
        using (var damage = File.OpenHandle(file, access: FileAccess.Write)) RandomAccess.Write(damage, "x"u8, bytes / 2);

        foreach (var range in new RangeHeaderValue?[] { null, new RangeHeaderValue(0, 9) })
        {
            using var answer = await Ask(officer, request => request.Headers.Range = range);
            await answer.Problem(HttpStatusCode.InternalServerError, "fault");
            Assert.Null(answer.Headers.ETag);
        }

        Assert.Empty((await officer.Json($"{Documents[..^"documents".Length]}downloads")).EnumerateArray());
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, Action<HttpRequestMessage> adjust)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Statements);
        adjust(request);
        return await client.SendAsync(request);
    }

    private static async Task<(int Bytes, string Sha256)> Listed(HttpClient client)
    {
        var document = (await client.Json(Documents)).GetProperty("documents").EnumerateArray().Single(one => one.GetProperty("id").GetString() == "statements-zip");
        return (document.GetProperty("bytes").GetInt32(), document.GetProperty("sha256").GetString()!);
    }
}
