using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Pipeline;

namespace ResultsGrid.Tests.Browsers;

/// <summary>A real gateway with a centre that gets every kind of document, and a page with a link to each, on which an officer is signed in.</summary>
/// <remarks>The gateway has no pages of its own for this yet. A link's id is the document's.</remarks>
public sealed class DownloadPage : IAsyncLifetime, IStartupFilter
{
    /// <summary>The link to all documents in one ZIP.</summary>
    public const string All = "all";

    /// <summary>The link to a file of this page, called <see cref="BeyondAsciiName"/>.</summary>
    public const string BeyondAscii = "beyond-ascii";

    public const string BeyondAsciiName = "Résultats d’été, Щербаков 毛 🎓.csv";

    private const string PagePath = "/browser";
    private const string FilePath = "/browser/file";

    private string html = "";
    private string secret = "";

    public TestGateway Gateway { get; private set; } = null!;

    public HttpClient Officer { get; private set; } = null!;

    /// <summary>Of the documents, beneath the API.</summary>
    public string Documents { get; private set; } = null!;

    public Uri Address => new(Gateway.Address, PagePath);

    public async Task InitializeAsync()
    {
        var package = InventedSeries.Package(centres: 1, candidates: 60, seed: 26);
        var centre = new ExpectedSeries(package).Centres.Single();
        Assert.True(centre.HasTwoFiles);
        Gateway = await TestGateway.Start(adjust: builder => builder.Services.AddSingleton<IStartupFilter>(this));
        await Gateway.Publish(package);
        Gateway.Clock.Advance(InventedSeries.UntilReleased);

        Officer = await Gateway.Key(CentreNumber.Parse(centre.Number), Role.ResultsFullAccess);
        secret = $"{Officer.DefaultRequestHeaders.Authorization}";
        Documents = $"centres/{centre.Number}/series/{InventedSeries.Code}/documents";
        var ids = (await Officer.Json(Documents)).GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("id").GetString()!);
        html = $"""
            <!DOCTYPE html><meta charset="utf-8"><title>Results</title>
            {string.Concat(ids.Select(id => Link(id, $"/api/v1/{Documents}/{id}")))}
            {Link(All, $"/api/v1/{Documents}.zip")}{Link(BeyondAscii, FilePath)}
            """;
    }

    /// <summary>Signs in whoever asks, and serves the page.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            if (http.Request.Path == PagePath)
            {
                await TypedResults.Content(html, "text/html").ExecuteAsync(http);
            }
            else if (http.Request.Path == FilePath)
            {
                http.Response.Headers.ContentDisposition = Attachment.Named(BeyondAsciiName);
                await TypedResults.Bytes([1], "text/csv").ExecuteAsync(http);
            }
            else
            {
                if (secret.Length > 0 && http.Request.Headers.Authorization.Count == 0) http.Request.Headers.Authorization = secret;
                await rest(http);
            }
        });
        next(app);
    };

    public async Task DisposeAsync()
    {
        Officer.Dispose();
        await Gateway.DisposeAsync();
    }

    private static string Link(string id, string address) => $"<p><a id=\"{id}\" href=\"{address}\">{id}</a></p>\n";
}
