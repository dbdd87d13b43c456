using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Whatever a client says its body is, no route that takes one fails by it or logs a stack trace.</summary>
public sealed class MediaTypeTests : IAsyncLifetime, IDisposable
{
    private const string SignIn = """{"user":"99999.nobody","password":"guess"}""";

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json;", "application/json; charset=utf-8", "application/json; charset=\"utf-8\"", "APPLICATION/JSON; CHARSET=\"UTF-8\"",
        "application/json; charset=\"utf\\-8\"", "application/json; charset='utf-8'", "application/json; charset=\"\"", "application/json; charset=", "application/json; charset=\"",
        "application/json; charset=bogus", "application/json; charset=\"bogus\"", "application/json; charset=utf-16", "application/json; charset=\"utf-16\"", "application/json; charset=utf-7",
        "application/json; charset=utf-8; charset=utf-16", "application/json; charset=\"utf-8\"; charset=\"utf-8\"", "application/json; v=1; v=2", "application/json; v=\"1", "application/json; =",
        "application/json, text/plain", "application/problem+json", "application/x+json; charset=\"utf-8\"", "text/json", "text/json; charset=\"utf-8\"", "text/plain", "text/plain; charset=\"utf-8\"",
        "application/zip", "application/zip; charset=\"utf-8\"", "application/zip; charset=bogus", "multipart/form-data", "multipart/form-data; boundary=\"\"", "application/x-www-form-urlencoded",
        "*/*", "application/*", "", " ", ";", "/", "a/b/c", "\"", "application/json; " + "charset=\"utf-8\";".PadRight(4_000, 'x'),
    ];

    private readonly LoggedFaults logged = new();
    private TestGateway gateway = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder => builder.Logging.AddProvider(logged));
        await gateway.Publish(Packages.Package);
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    public void Dispose() => logged.Dispose();

    [Fact]
    public async Task No_media_type_or_parameter_fails_a_route_that_takes_a_body_or_logs_a_stack_trace()
    {
        using var board = await gateway.Operator("board");
        using var signedIn = gateway.Client(board.Token);
        using var stranger = gateway.Client();
        var before = logged.All.Count;
        var routes = TakingBodies();
        Assert.NotEmpty(routes);
        foreach (var (method, path, body) in routes)
        {
            foreach (var mediaType in MediaTypes)
            {
                foreach (var sent in new[] { Encoding.UTF8.GetBytes(body), [], Encoding.Unicode.GetBytes(body), [0xff, 0xfe, 0x00] })
                {
                    foreach (var client in new[] { signedIn, stranger })
                    {
                        using var answer = await Send(client, method, path, mediaType, sent);
                        Assert.True((int)answer.StatusCode < 500, $"{method} {path} with '{mediaType}' and {sent.Length} bytes was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                    }
                }
            }
        }

        Assert.Empty(logged.All.Skip(before));
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=\"UTF-8\"; v=1")]
    [InlineData("application/json;charset=utf-8")]
    public async Task A_character_set_may_be_quoted(string mediaType)
    {
        using var client = gateway.Client();
        using var answer = await Send(client, HttpMethod.Post, "session", mediaType, Encoding.UTF8.GetBytes(SignIn));
        await answer.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml; charset=\"utf-8\"")]
    [InlineData("application/json; charset=utf-8; charset=utf-16")]
    [InlineData("application/json, text/plain")]
    [InlineData("json")]
    public async Task Nobody_signs_in_with_another_media_type(string mediaType)
    {
        using var client = gateway.Client();
        using var answer = await Send(client, HttpMethod.Post, "session", mediaType, Encoding.UTF8.GetBytes(SignIn));
        await answer.Problem(HttpStatusCode.UnsupportedMediaType, "wrong-media-type");
    }

    [Fact]
    public async Task Who_is_not_let_in_hears_that_before_anything_of_the_media_type()
    {
        using var client = gateway.Client();
        using var answer = await Send(client, HttpMethod.Post, $"centres/{Packages.Centres[0]}/keys", "text/plain", Encoding.UTF8.GetBytes("{}"));
        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, string mediaType, byte[] body)
    {
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return client.SendAsync(request);
    }

    private List<(HttpMethod Method, string Path, string Body)> TakingBodies() =>
    [
        .. gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => (Method: method, Pattern: Routes.Pattern(endpoint))))
            .Select(route => (
                new HttpMethod(route.Method),
                new Target(new KnownRoute(route.Method, route.Pattern.TrimEnd('/'), Protection.None), Packages.Centres[0].ToString(), Packages.Series.ToString(), "xml-results-file").Path,
                RequestCases.Bodies[$"{route.Method} {route.Pattern.TrimEnd('/')}"])),
    ];
}
