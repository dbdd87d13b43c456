using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ResultsGrid.Tests.Gateway;

public class DocumentTests : PublishedSeries
{
    [Fact]
    public async Task Every_listed_document_has_the_bytes_length_hash_and_name_that_the_list_tells()
    {
        using var officer = await OfficerAfterRelease();
        var list = await officer.Json(Documents);
        Assert.Equal(1, list.GetProperty("version").GetInt32());
        var documents = list.GetProperty("documents").EnumerateArray().ToList();
        Assert.Contains(documents, document => document.GetProperty("fileName").GetString() == $"R{Centre}01.X01");
        foreach (var document in documents)
        {
            using var answer = await officer.GetAsync($"{Documents}/{document.GetProperty("id").GetString()}");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(document.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(document.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal($"\"{document.GetProperty("sha256").GetString()}\"", answer.Headers.ETag?.ToString());
            Assert.Equal(document.GetProperty("fileName").GetString(), answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
            Assert.Equal("2026-08-13T00:01:00+01:00", document.GetProperty("availableFrom").GetString());
        }
    }

    [Fact]
    public async Task One_zip_holds_every_document_under_its_exact_name()
    {
        using var officer = await OfficerAfterRelease();
        var documents = (await officer.Json(Documents)).GetProperty("documents").EnumerateArray().ToList();
        using var zip = new ZipArchive(new MemoryStream(await officer.GetByteArrayAsync($"{Documents}.zip")));
        Assert.Equal(documents.Select(document => document.GetProperty("fileName").GetString()), zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(documents.Select(document => document.GetProperty("bytes").GetInt64()), zip.Entries.Select(entry => entry.Length));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_document_comes_compressed_to_who_accepts_it_with_an_etag_of_its_own(string coding)
    {
        using var officer = await OfficerAfterRelease();
        var plain = await officer.GetAsync($"{Documents}/xml-results-file");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Documents}/xml-results-file");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        using var compressed = await officer.SendAsync(request);

        Assert.Equal([coding], compressed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        await using var body = await compressed.Content.ReadAsStreamAsync();
        await using Stream inflated = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var text = new MemoryStream();
        await inflated.CopyToAsync(text);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), text.ToArray());
    }

    [Fact]
    public async Task Conditional_and_range_requests_follow_RFC_9110()
    {
        using var officer = await OfficerAfterRelease();
        var path = $"{Documents}/results-file";
        var whole = await officer.GetAsync(path);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        var tag = whole.Headers.ETag!;

        using var unchanged = await Send(officer, path, request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var part = await Send(officer, path, request => request.Headers.Range = new RangeHeaderValue(10, 19));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());
        using var stale = await Send(officer, path, request =>
        {
            request.Headers.Range = new RangeHeaderValue(10, 19);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"another\""));
        });
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        using var beyond = await Send(officer, path, request => request.Headers.Range = new RangeHeaderValue(bytes.Length + 1, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var head = await officer.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_officer_sees_who_fetched_what_and_a_look_without_the_bytes_is_no_fetch()
    {
        using var officer = await OfficerAfterRelease();
        using var colleague = await Officer();
        var path = $"{Documents}/summary-csv";
        var tag = (await officer.GetAsync(path)).Headers.ETag!;
        await officer.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        await Send(officer, path, request => request.Headers.IfNoneMatch.Add(tag));
        await Send(officer, path, request => request.Headers.Range = new RangeHeaderValue(0, 3));
        Gateway.Clock.Advance(TimeSpan.FromMinutes(3));
        await officer.GetAsync(path);
        await colleague.GetAsync($"{Documents}.zip");

        var fetched = await Fetched(officer, "summary-csv");
        Assert.Equal([3, 1], fetched.Select(fetch => fetch.GetProperty("count").GetInt32()));
        Assert.Equal(TimeSpan.FromMinutes(3), fetched[0].GetProperty("last").GetDateTimeOffset() - fetched[0].GetProperty("first").GetDateTimeOffset());
        Assert.Single(await Fetched(officer, "marks-csv"));
        Assert.NotEmpty((await officer.Json($"centres/{Centre}/series/{Packages.Series}/downloads")).EnumerateArray());
    }

    [Fact]
    public async Task A_withdrawn_document_is_refused_with_the_reason_and_stands_in_no_zip()
    {
        using var officer = await OfficerAfterRelease();
        using var board = await Gateway.Operator("withdrawer");
        using var operatorClient = Gateway.Client(board.Token);
        using (var withdrawal = await operatorClient.PostAsync($"{Documents}/broadsheet-pdf/withdrawal", Body(new { reason = "Page 2 has a wrong total." })))
            Assert.Equal(HttpStatusCode.NoContent, withdrawal.StatusCode);

        using var gone = await officer.GetAsync($"{Documents}/broadsheet-pdf");
        Assert.Equal("Page 2 has a wrong total.", (await gone.Problem(HttpStatusCode.Gone, "withdrawn")).GetProperty("detail").GetString());
        using var zip = new ZipArchive(new MemoryStream(await officer.GetByteArrayAsync($"{Documents}.zip")));
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.EndsWith("broadsheet.pdf", StringComparison.Ordinal));
        var listed = (await officer.Json(Documents)).GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("id").GetString() == "broadsheet-pdf");
        Assert.Equal("Page 2 has a wrong total.", listed.GetProperty("withdrawn").GetString());
    }

    [Fact]
    public async Task A_lost_or_damaged_document_is_never_sent_and_publishing_again_rebuilds_it_in_the_same_version()
    {
        using var officer = await OfficerAfterRelease();
        var list = await officer.Json(Documents);
        var hashes = list.GetProperty("documents").EnumerateArray().ToDictionary(
            document => document.GetProperty("id").GetString()!, document => document.GetProperty("sha256").GetString()!);
        File.Delete(Stored(hashes["statements-pdf"]));
        await File.WriteAllBytesAsync(Stored(hashes["summary-pdf"]), "damaged"u8.ToArray());
        foreach (var id in new[] { "statements-pdf", "summary-pdf" })
        {
            using var answer = await officer.GetAsync($"{Documents}/{id}");
            await answer.Problem(HttpStatusCode.InternalServerError, "fault");
        }

        using var board = await Gateway.Operator("rebuilder");
        var job = await Gateway.Ended(board, await board.Publish(Packages.Series, CancellationToken.None));
        Assert.Empty(job.Stopped);
        foreach (var id in new[] { "statements-pdf", "summary-pdf" })
            Assert.Equal(hashes[id], Convert.ToHexStringLower(SHA256.HashData(await officer.GetByteArrayAsync($"{Documents}/{id}"))));
        Assert.Equal(1, (await officer.Json(Documents)).GetProperty("version").GetInt32());
    }

    private string Stored(string hash)
        => Directory.EnumerateFiles(Path.Combine(Gateway.Folder, "documents"), $"*{hash}*", SearchOption.AllDirectories).Single();

    private static StringContent Body(object content) => new(JsonSerializer.Serialize(content), MediaTypeHeaderValue.Parse("application/json"));

    private static Task<HttpResponseMessage> Send(HttpClient client, string path, Action<HttpRequestMessage> adjust)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        adjust(request);
        return client.SendAsync(request);
    }

    private static async Task<List<JsonElement>> Fetched(HttpClient client, string document)
        => [.. (await client.Json(Documents)).GetProperty("documents").EnumerateArray()
            .Single(listed => listed.GetProperty("id").GetString() == document).GetProperty("fetched").EnumerateArray()];

    private async Task<HttpClient> OfficerAfterRelease()
    {
        Reach(Packages.RestrictedRelease);
        return await Officer();
    }
}
