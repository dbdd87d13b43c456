namespace ResultsGrid.Tests.HotPath;

/// <summary>Notes of each request whether it got as far as the routes.</summary>
internal sealed class WhoAnswered : IStartupFilter
{
    public bool LastWasRouted { get; private set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, following) =>
        {
            await following(http);
            LastWasRouted = http.GetEndpoint() is not null;
        });
        next(app);
    };
}
