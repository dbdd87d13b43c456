using System.Net.Http.Headers;

namespace ResultsGrid.Tests.Drills;

/// <summary>Stands between clients and the real gateway, and changes answers.</summary>
internal sealed class TamperingProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Content-Length"];

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication app;

    private TamperingProxy(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <param name="tamper">May change any answer of the gateway; called by many threads.</param>
    public static async Task<TamperingProxy> Start(Uri gateway, Action<HttpRequest, ProxiedAnswer> tamper)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var proxy = new TamperingProxy(builder.Build());
        proxy.app.Run(context => proxy.Forward(context, gateway, tamper));
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Forward(HttpContext context, Uri gateway, Action<HttpRequest, ProxiedAnswer> tamper)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(gateway, context.Request.Path + context.Request.QueryString.Value));
        using var sent = new MemoryStream();
        await context.Request.Body.CopyToAsync(sent);
        if (sent.Length > 0) request.Content = new ByteArrayContent(sent.ToArray());
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var response = await http.SendAsync(request, context.RequestAborted);
        var answer = new ProxiedAnswer((int)response.StatusCode, Headers(response.Headers, response.Content.Headers), await response.Content.ReadAsByteArrayAsync());
        tamper(context.Request, answer);
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        if (HttpMethods.IsHead(context.Request.Method) || answer.Status == StatusCodes.Status304NotModified) return;
        context.Response.ContentLength = answer.Status == StatusCodes.Status204NoContent ? null : answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body);
    }

    private static Dictionary<string, string> Headers(params HttpHeaders[] headers)
        => headers.SelectMany(header => header).Where(header => header.Key != "Transfer-Encoding").ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
}
