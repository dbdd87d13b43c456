namespace ResultsGrid.Gateway.Guards;

/// <summary>Puts guards before groups of routes.</summary>
/// <remarks>
/// They are asked before the request's query and body are read, which an endpoint filter is not: whoever may not read is
/// told so, and not what is wrong with their request.
/// </remarks>
public static class GuardedRoutes
{
    /// <summary>Every route of the group stands behind this guard, and behind those named before it.</summary>
    public static RouteGroupBuilder GuardedBy<TGuard>(this RouteGroupBuilder routes)
        where TGuard : IGuard
        => routes.WithMetadata(new GuardedBy(typeof(TGuard)));

    /// <summary>Belongs behind authorization, which finds the caller, and before anything that reads the request.</summary>
    public static WebApplication UseGuards(this WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            foreach (var guarded in http.GetEndpoint()?.Metadata.GetOrderedMetadata<GuardedBy>() ?? [])
            {
                var guard = (IGuard)http.RequestServices.GetRequiredService(guarded.Guard);
                if (await guard.Refuse(http) is not { } refusal) continue;
                await refusal.ExecuteAsync(http);
                return;
            }

            await next(http);
        });
        return app;
    }
}
