using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ResultsGrid.Tests.Drills;

/// <summary>A server that does what a drill is there to find.</summary>
internal sealed class BrokenServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private BrokenServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<BrokenServer> Start(RequestDelegate answer, Action<KestrelServerOptions>? limits = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (limits is not null) builder.WebHost.ConfigureKestrel(limits);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new BrokenServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
