using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ResultsGrid.Gateway.Demonstrations;

namespace ResultsGrid.Tests.Gateway;

public sealed class LoadTests : IAsyncLifetime
{
    private TestGateway gateway = null!;
    private OperatorClient board = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        board = await gateway.Operator("anna");
    }

    public async Task DisposeAsync()
    {
        board.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_package_with_one_bad_mark_is_refused_whole_with_its_place_and_applies_nothing()
    {
        using var accepted = await Send(Changed("marks.csv", text => Replace(text, line: 2, field: "mark", value: "9999")), "application/zip");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await gateway.Work();

        var job = await Get(accepted.Headers.Location!.ToString());
        Assert.Equal("refused", job.GetProperty("stage").GetString());
        var fault = Assert.Single(job.GetProperty("faults").EnumerateArray());
        Assert.Equal(("marks.csv", 2, "mark", "9999"), (
            fault.GetProperty("file").GetString(), fault.GetProperty("line").GetInt32(), fault.GetProperty("field").GetString(), fault.GetProperty("value").GetString()));
        var series = await Get($"series/{Packages.Series}");
        Assert.Equal(0, series.GetProperty("centres").GetInt32());
        using var award = await Post($"series/{Packages.Series}/award");
        await award.Problem(HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task What_is_no_package_is_refused_at_once_with_its_faults()
    {
        using var nonsense = await Send(Encoding.UTF8.GetBytes("this is no ZIP"), "application/zip");
        var problem = await nonsense.Problem(HttpStatusCode.UnprocessableEntity, "package-refused");
        Assert.NotEmpty(problem.GetProperty("faults").EnumerateArray());
        using var json = await Send(Packages.Package, "application/json");
        await json.Problem(HttpStatusCode.UnsupportedMediaType, "wrong-media-type");
    }

    [Fact]
    public async Task One_job_runs_at_a_time()
    {
        using var first = await Send(Packages.Package, "application/zip");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        using var second = await Send(Packages.Package, "application/zip");
        await second.Problem(HttpStatusCode.Conflict, "conflict");
        await gateway.Work();
        using var third = await Send(Packages.Package, "application/zip");
        Assert.Equal(HttpStatusCode.Accepted, third.StatusCode);
    }

    [Fact]
    public async Task A_series_is_not_published_before_it_is_awarded_nor_awarded_before_it_is_loaded()
    {
        using (var unknown = await Post("series/6B26/award")) await unknown.Problem(HttpStatusCode.NotFound, "not-found");
        await gateway.Ended(board, await board.Load(Packages.Package, CancellationToken.None));
        using var early = await Post("series/6B26/publication");
        await early.Problem(HttpStatusCode.Conflict, "conflict");
    }

    private static byte[] Changed(string file, Func<string, string> change)
    {
        using var changed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(Packages.Package)))
        using (var to = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd();
                using var writer = new StreamWriter(to.CreateEntry(entry.FullName).Open());
                writer.Write(entry.FullName == file ? change(text) : text);
            }
        }

        return changed.ToArray();
    }

    private static string Replace(string text, int line, string field, string value)
    {
        var lines = text.Split('\n');
        var column = Array.IndexOf(lines[0].TrimEnd('\r').Split(','), field);
        var fields = lines[line - 1].TrimEnd('\r').Split(',');
        fields[column] = value;
        lines[line - 1] = string.Join(',', fields);
        return string.Join('\n', lines);
    }

    private async Task<HttpResponseMessage> Send(byte[] package, string mediaType)
    {
        using var client = gateway.Client(board.Token);
        return await client.PostAsync("series", new ByteArrayContent(package) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } });
    }

    private async Task<HttpResponseMessage> Post(string path)
    {
        using var client = gateway.Client(board.Token);
        return await client.PostAsync(path, content: null);
    }

    private async Task<JsonElement> Get(string path)
    {
        using var client = gateway.Client(board.Token);
        return await client.Json(path);
    }
}
