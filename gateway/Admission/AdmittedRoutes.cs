namespace ResultsGrid.Gateway.Admission;

/// <summary>Puts the ingress before the routes.</summary>
public static class AdmittedRoutes
{
    /// <summary>Routes that stand outside: a supervisor must hear how things are most of all when they are bad, and sign-ins have a lane of their own.</summary>
    public static TBuilder OutsideAdmission<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
        => routes.WithMetadata(new OutsideAdmission());

    /// <summary>Belongs before whatever decides about a request: it may have to wait here.</summary>
    public static WebApplication UseAdmission(this WebApplication app)
    {
        var ingress = app.Services.GetRequiredService<Ingress>();
        app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<OutsideAdmission>() is null ? ingress.Pass(http, next) : next(http));
        return app;
    }
}
