using ResultsGrid.Gateway.Api.Health;
using ResultsGrid.Gateway.Api.Threads;
using ResultsGrid.Gateway.Api.WarmUp;
using ResultsGrid.Gateway.Demonstrations;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Serves until stopped.</summary>
public static class ServeCommand
{
    /// <param name="adjust">Replaces services before the host is built: for a benchmark that takes a part out.</param>
    /// <returns>0 after a stop, 1 where it could not start; the reason is on standard error.</returns>
    public static async Task<int> Run(GatewaySettings settings, CancellationToken cancellation, Action<WebApplicationBuilder>? adjust = null)
    {
        try
        {
            SocketThreads.Serve();
            DemonstrationStore.RefuseUnfinished(settings.Data);
            await using var app = GatewayHost.Build(settings, adjust);
            await app.StartAsync(cancellation);
            if (!await MakeDemonstration(app, settings, cancellation)) return 1;
            await ReadAhead(app, cancellation);
            Console.WriteLine($"ResultsGrid serves {string.Join(", ", app.Urls)} (data in {Path.GetFullPath(settings.Data)}). Stop it with Ctrl+C.");
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (Exception refusal) when (refusal is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"ResultsGrid can't start: {refusal.Message}");
            return 1;
        }
    }

    /// <summary>Each centre waits for the disk most of its time.</summary>
    private static async Task ReadAhead(WebApplication app, CancellationToken cancellation)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        await app.Services.GetRequiredService<Primer>().Run(
            4 * Environment.ProcessorCount, (done, of) => readiness.WaitingFor = $"centres: {done} of {of} read ahead", cancellation);
        readiness.WaitingFor = null;
    }

    private static async Task<bool> MakeDemonstration(WebApplication app, GatewaySettings settings, CancellationToken cancellation)
    {
        if (settings.DemonstrationReleaseIn is not { } releaseIn || !await DemonstrationStore.IsEmpty(app.Services)) return true;
        try
        {
            await Demonstration.Run(app, settings, releaseIn, cancellation);
            return true;
        }
        catch (InvalidOperationException failure)
        {
            await Console.Error.WriteLineAsync($"The demonstration could not be made: {failure.Message} Delete {Path.GetFullPath(settings.Data)} and start again.");
            await app.StopAsync(CancellationToken.None);
            return false;
        }
    }
}
