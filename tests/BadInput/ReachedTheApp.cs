namespace ResultsGrid.Tests.BadInput;

/// <summary>Marks the answers of the service, so that they are told from the server's own.</summary>
internal sealed class ReachedTheApp : IStartupFilter
{
    public const string Header = "X-Reached-The-App";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, inner) =>
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers[Header] = "yes";
                return Task.CompletedTask;
            });
            return inner(http);
        });
        next(app);
    };
}
