using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.WarmUp;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>What a process that serves does from its start to its stop, whichever host runs its grains.</summary>
public static class Serving
{
    /// <param name="data">The folder that a demonstration tells its secrets in.</param>
    /// <param name="demonstrationReleaseIn">How far ahead the demonstration's embargoed series opens; null: no demonstration.</param>
    /// <param name="kept">Where this process keeps what it is given, for the line that it prints.</param>
    /// <param name="startAnew">What to do after a demonstration that failed.</param>
    /// <returns>0 after a stop, 1 where the demonstration failed or was interrupted; the reason is on standard error.</returns>
    public static async Task<int> UntilStopped(
        WebApplication app, string data, TimeSpan? demonstrationReleaseIn, string kept, string startAnew, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(app);
        try
        {
            await app.StartAsync(cancellation);
            using var untilStopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
            if (!await MakeDemonstration(app, data, demonstrationReleaseIn, startAnew, untilStopped.Token)) return 1;
            await ReadAhead(app, untilStopped.Token);
            Console.WriteLine($"ResultsGrid serves {string.Join(", ", app.Urls)} ({kept}). Stop it with Ctrl+C.");
            await Stopped(untilStopped.Token);
            return 0;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            // Whatever came of it, a start that failed too: a node that only vanished would be waited for by the others.
            await Stop(app);
        }
    }

    /// <summary>What fails of it is told, and hides nothing that failed before.</summary>
    private static async Task Stop(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"Not all of ResultsGrid stopped in order: {fault.Message}");
        }
    }

    private static async Task Stopped(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = cancellation.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <summary>Each centre waits for the storage most of its time.</summary>
    private static async Task ReadAhead(WebApplication app, CancellationToken cancellation)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        await app.Services.GetRequiredService<Primer>().Run(
            4 * Environment.ProcessorCount, checksTheRest: false, (done, of) => readiness.WaitingFor = $"centres: {done} of {of} read ahead", cancellation);
        readiness.WaitingFor = null;
    }

    private static async Task<bool> MakeDemonstration(WebApplication app, string data, TimeSpan? releaseIn, string startAnew, CancellationToken cancellation)
    {
        if (releaseIn is not { } ahead || !await DemonstrationStore.IsEmpty(app.Services)) return true;
        try
        {
            await Demonstration.Run(app, data, ahead, cancellation);
            return true;
        }
        catch (InvalidOperationException failure)
        {
            await Console.Error.WriteLineAsync($"The demonstration could not be made: {failure.Message} {startAnew}");
            return false;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"The demonstration was interrupted. {startAnew}");
            return false;
        }
    }
}
