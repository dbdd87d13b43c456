using System.Net;
using System.Text;

namespace ResultsGrid.Tests.Gateway;

/// <summary>Requests at the edge of what HTTP and JSON allow.</summary>
public class EdgeTests(PublishedGateway published) : IClassFixture<PublishedGateway>
{
    private static readonly string Series = $"centres/{Packages.Centres[0]}/series/{Packages.Series}";
    private static readonly string Document = $"{Series}/documents/xml-results-file";
    private static readonly string Keys = $"centres/{Packages.Centres[0]}/keys";

    [Fact]
    public async Task A_failed_precondition_is_a_problem_that_says_nothing_of_the_document()
    {
        using var answer = await Get(Document, ("If-Match", "\"another\""), ("Accept-Encoding", "br"));
        await answer.Problem(HttpStatusCode.PreconditionFailed, "precondition-failed");
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_a_problem_that_tells_the_length()
    {
        using var answer = await Get(Document, ("Range", "bytes=99999999-"));
        await answer.Problem(HttpStatusCode.RequestedRangeNotSatisfiable, "range-not-satisfiable");
        Assert.True(answer.Content.Headers.ContentRange?.Length > 0);
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Theory]
    [InlineData("HEAD", "bytes=0-3")]
    [InlineData("GET", "lines=0-3")]
    public async Task Only_a_GET_for_bytes_gets_a_range(string method, string range)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Document);
        request.Headers.TryAddWithoutValidation("Range", range);
        using var answer = await published.Officer.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentRange);
    }

    [Theory]
    [InlineData("gzip;q=1, br;q=0.1", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip;q=0.2", "gzip")]
    [InlineData("identity;q=0, *;q=0.1", "br")]
    [InlineData("identity, gzip;q=0.5", null)]
    [InlineData("deflate", null)]
    [InlineData("identity;q=0", null)]
    public async Task The_coding_of_greatest_weight_is_sent(string accepted, string? sent)
    {
        using var answer = await Get(Document, ("Accept-Encoding", accepted));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("application/json; charset=bogus")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("text/plain")]
    public async Task A_body_that_is_not_JSON_in_UTF_8_is_of_the_wrong_media_type(string contentType)
        => await (await Post(published.Operator, Keys, "{}", contentType)).Problem(HttpStatusCode.UnsupportedMediaType, "wrong-media-type");

    [Theory]
    [InlineData("""{"extra":1,"title":"mis","role":"tutorTeacher"}""", "extra")]
    [InlineData("""{"title":"mis","role":"nobody"}""", "$.role")]
    [InlineData("""{"title":"mis","role":"3"}""", "$.role")]
    [InlineData("""{"title":"mis","role":3}""", "$.role")]
    [InlineData("""{"title":"mis","role":"resultsFullAccess,tutorTeacher"}""", "$.role")]
    [InlineData("""{"title":"mis","role":"TutorTeacher"}""", "$.role")]
    [InlineData("""{"title":7,"role":"tutorTeacher"}""", "$.title")]
    [InlineData("""{"title":""", "$")]
    public async Task A_body_with_a_fault_is_refused_with_the_place_of_it(string body, string place)
    {
        using var answer = await Post(published.Operator, Keys, body);
        var detail = (await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid")).GetProperty("detail").GetString();
        Assert.Contains(place, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("ResultsGrid", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_not_sent_as_text()
        => await (await Post(published.Operator, $"series/{Packages.Series}/approval", """{"proposal":"1"}""")).Problem(HttpStatusCode.UnprocessableEntity, "invalid");

    [Fact]
    public async Task No_centres_at_all_is_no_wish_to_publish_all()
        => await (await Post(published.Operator, $"series/{Packages.Series}/publication", """{"centres":[]}""")).Problem(HttpStatusCode.UnprocessableEntity, "invalid");

    [Fact]
    public async Task A_query_that_can_not_be_read_is_named()
    {
        using var answer = await published.Officer.GetAsync($"{Series}/candidates?page=first");
        var problem = await answer.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("page: 'first' can't be read.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task An_address_with_an_impossible_code_is_the_address_of_nothing()
        => await (await published.Officer.GetAsync($"{Series}/candidates/nobody")).Problem(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Only_a_package_may_be_larger_than_64_KB()
    {
        using var answer = await Post(published.Operator, Keys, $$"""{"title":"{{new string('x', 65 * 1024)}}"}""");
        await answer.Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("candidates")]
    [InlineData("assessments")]
    [InlineData("documents")]
    [InlineData("documents.zip")]
    public async Task Results_stay_in_no_cache(string what)
    {
        using var answer = await published.Officer.GetAsync($"{Series}/{what}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, string body, string contentType = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await client.PostAsync(path, content);
    }

    private async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await published.Officer.SendAsync(request);
    }
}
