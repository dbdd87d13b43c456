using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Leases;

/// <summary>Puts the serving lease before the routes: a gateway that may have missed a change answers nothing (docs/epochs.md).</summary>
public static class LeasedRoutes
{
    /// <summary>A lease that a single lost look cost is back within the second.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    /// <summary>Health, and pages that are the same always.</summary>
    public static TBuilder WithoutLease<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
        => routes.WithMetadata(new AnswersWithoutLease());

    /// <summary>Belongs behind routing, and before anything that looks into a snapshot, who is calling for one.</summary>
    public static WebApplication UseServingLease(this WebApplication app)
    {
        // Subscribed before any grain of this process answers: what nobody listens to is not announced.
        app.Services.GetRequiredService<ServedState>();
        var lease = app.Services.GetRequiredService<IServingLease>();
        app.Use((http, next) => lease.IsHeld || http.GetEndpoint()?.Metadata.GetMetadata<AnswersWithoutLease>() is not null ? next(http) : OutOfTouch().ExecuteAsync(http));
        return app;
    }

    private static Refusal OutOfTouch() => new Refusal(ProblemTypes.OutOfTouch, ProblemTypes.OutOfTouch.Meaning).RetryAfter(Retry);
}
