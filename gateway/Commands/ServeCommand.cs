using ResultsGrid.Gateway.Api.Server;
using ResultsGrid.Gateway.Demonstrations;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Serves until stopped.</summary>
public static class ServeCommand
{
    /// <param name="adjust">Replaces services before the host is built: for a benchmark that takes a part out.</param>
    /// <returns>0 after a stop, 1 where it could not start; the reason is on standard error.</returns>
    public static async Task<int> Run(GatewaySettings settings, CancellationToken cancellation, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            SocketThreads.Serve();
            DemonstrationStore.RefuseUnfinished(settings.Data);
            await using var app = GatewayHost.Build(settings, adjust);
            var folder = Path.GetFullPath(settings.Data);
            return await Serving.UntilStopped(
                app, settings.Data, settings.DemonstrationReleaseIn, $"data in {folder}", $"Delete {folder} and start again.", cancellation);
        }
        catch (Exception refusal) when (refusal is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            await Console.Error.WriteLineAsync($"ResultsGrid can't start: {refusal.Message}");
            return 1;
        }
    }
}
