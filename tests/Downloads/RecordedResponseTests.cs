using System.Net;
using System.Net.Http.Headers;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Downloads;

/// <summary>Which responses write an entry.</summary>
public sealed class RecordedResponseTests : PublishedSeries
{
    private const string Document = "summary-csv";

    private static readonly string Downloads = $"centres/{Centre}/series/{Packages.Series}/downloads";

    [Fact]
    public async Task Bytes_of_a_document_that_leave_are_one_entry_and_answers_without_them_are_none()
    {
        Reach(Packages.CandidateRelease);
        using var officer = await Officer();
        var tag = await Writes(officer, 1, HttpStatusCode.OK, _ => { });
        await Writes(officer, 1, HttpStatusCode.PartialContent, request => request.Headers.Range = new RangeHeaderValue(0, 0));
        await Writes(officer, 0, HttpStatusCode.OK, request => request.Method = HttpMethod.Head);
        await Writes(officer, 0, HttpStatusCode.NotModified, request => request.Headers.IfNoneMatch.Add(tag));
        await Writes(officer, 0, HttpStatusCode.PreconditionFailed, request => request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"another\"")));
        await Writes(officer, 0, HttpStatusCode.RequestedRangeNotSatisfiable, request => request.Headers.Range = new RangeHeaderValue(1_000_000, null));
        await Writes(officer, 0, HttpStatusCode.NotFound, request => request.RequestUri = new Uri($"{Documents}/nothing", UriKind.Relative));
    }

    [Fact]
    public async Task A_zip_is_one_entry_of_every_document_in_it()
    {
        Reach(Packages.CandidateRelease);
        using var officer = await Officer();
        await officer.GetByteArrayAsync($"{Documents}.zip");
        var listed = (await officer.Json(Documents)).GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("id").GetString());
        Assert.Equal(listed.Select(id => (id, 1)).Order(), (await Fetched(officer)).Order());
    }

    [Fact]
    public async Task A_send_that_the_client_breaks_off_has_been_recorded()
    {
        Reach(Packages.CandidateRelease);
        using var officer = await Officer();
        using (await officer.GetAsync($"{Documents}.zip", HttpCompletionOption.ResponseHeadersRead))
        {
            // Its head has come; of the rest nothing is read.
        }

        Assert.NotEmpty(await Fetched(officer));
    }

    private static async Task<EntityTagHeaderValue> Writes(HttpClient client, int entries, HttpStatusCode status, Action<HttpRequestMessage> adjust)
    {
        var before = await Fetched(client);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Documents}/{Document}");
        adjust(request);
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(status, answer.StatusCode);
        var after = await Fetched(client);
        Assert.True(before.Sum(one => one.Count) + entries == after.Sum(one => one.Count), $"{request}, answered {answer.StatusCode}, should write {entries}: [{string.Join(", ", before)}] became [{string.Join(", ", after)}].");
        return answer.Headers.ETag!;
    }

    private static async Task<IReadOnlyList<(string? Id, int Count)>> Fetched(HttpClient client)
        => [.. (await client.Json(Downloads)).EnumerateArray().Select(fetch => (fetch.GetProperty("documentId").GetString(), fetch.GetProperty("count").GetInt32()))];
}
