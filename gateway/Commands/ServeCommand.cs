using ResultsGrid.Gateway.Api.Health;
using ResultsGrid.Gateway.Demonstrations;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Serves until stopped.</summary>
public static class ServeCommand
{
    /// <returns>0 after a stop, 1 where it could not start; the reason is on standard error.</returns>
    public static async Task<int> Run(GatewaySettings settings, CancellationToken cancellation)
    {
        try
        {
            await using var app = GatewayHost.Build(settings);
            await app.StartAsync(cancellation);
            if (settings.DemonstrationReleaseIn is { } releaseIn && await DemonstrationStore.IsEmpty(app.Services))
                await Demonstration.Run(app, settings, releaseIn, cancellation);
            app.Services.GetRequiredService<Readiness>().WaitingFor = null;
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
}
