using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Admission;

/// <summary>The bound on requests worked on at once, shared fairly by the centres that they come from.</summary>
/// <remarks>
/// A request counts until its answer begins to leave, or waits only to be shown everywhere: what a slow reader takes after that costs memory of the connection,
/// which the server bounds, and no place. Whoever is nobody's caller shares one lane by address. What was decided before a wait is to be decided again.
/// </remarks>
public sealed class Ingress(IOptions<AdmissionOptions> options, KnownCallers callers, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
{
    /// <summary>Spread, so that whoever was refused together does not come back together.</summary>
    private const int RetrySpreadSeconds = 4;

    /// <summary>At midnight many centres come together. One alone still waits with fifty requests and more where 320 are served in a second.</summary>
    private const int CentresForeseen = 64;

    private readonly FairQueue queue = new(options.Value.MaxInside, options.Value.MaxWaiting, options.Value.MaxWait, CentresForeseen, clock);

    /// <summary>Requests worked on now.</summary>
    public int Inside => queue.Inside;

    /// <summary>Requests that wait for room.</summary>
    public int Waiting => queue.Waiting;

    public static Refusal Busy() => new Refusal(ProblemTypes.Busy, ProblemTypes.Busy.Meaning).RetryAfter(TimeSpan.FromSeconds(Random.Shared.Next(1, RetrySpreadSeconds + 1)));

    public ValueTask<bool> Enter(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return queue.Enter(caller.ShelfName);
    }

    public void Leave() => queue.Leave();

    /// <summary>Lets a request in, answers it, and gives its place back when the answer begins to leave.</summary>
    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        var entering = queue.Enter(Lane(http));
        var waited = !entering.IsCompleted;
        if (!await entering)
        {
            await Busy().ExecuteAsync(http);
            return;
        }

        if (waited && http.RequestAborted.IsCancellationRequested)
        {
            queue.Leave();
            return;
        }

        var place = new AdmittedPlace(queue);
        http.Features.Set(place);
        http.Response.OnStarting(() =>
        {
            place.Leave();
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        finally
        {
            place.Leave();
        }
    }

    private string Lane(HttpContext http)
        => callers.LaneOf(KnownCallers.SecretIn(http.Request.Headers.Authorization.ToString())) ?? http.Connection.RemoteIpAddress?.ToString() ?? "";
}
