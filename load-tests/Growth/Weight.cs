using System.Diagnostics;
using System.Globalization;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Gateway.WarmUp;
using ResultsGrid.Storage.Local.Downloads;

namespace ResultsGrid.LoadTests.Growth;

/// <summary>How many bytes of objects a gateway keeps for centres that nobody asks for.</summary>
public static class Weight
{
    public const string CommandName = "weigh";

    private const int Width = 8;

    /// <summary>Starts a gateway here without a place for documents, reads everything ahead, and counts what is left after a collection.</summary>
    public static async Task<long> Of(string data, CancellationToken cancellation)
    {
        // What an earlier run left in the ledger would be on its way into the centres' states, with their grains awake.
        await With(data, app => app.Services.GetRequiredService<FileDownloadLedger>().FoldAll(cancellation), cancellation);
        var bytes = 0L;
        await With(data, async app =>
        {
            await app.Services.GetRequiredService<Primer>().Run(Width, checksTheRest: false, (_, _) => { }, cancellation);
            bytes = GC.GetTotalMemory(forceFullCollection: true);
        }, cancellation);
        return bytes;
    }

    /// <summary>The same in a process of its own, so that nothing of the drill is counted.</summary>
    /// <exception cref="InvalidOperationException">It told no number.</exception>
    public static async Task<long> OfProcess(string data, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ResultsGrid.LoadTests.dll"), CommandName, data]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var last = said.TrimEnd().Split('\n')[^1];
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : throw new InvalidOperationException($"The weighing said: {said}");
    }

    private static async Task With(string data, Func<WebApplication, Task> work, CancellationToken cancellation)
    {
        await using var app = NodeHost.Build(
            NodeHost.CreateBuilder(), NodeSettings.InFolder(data, "http://127.0.0.1:0"), builder => builder.Services.Configure<DocumentCacheOptions>(options => options.MaxBytes = 0));
        await app.StartAsync(cancellation);
        await work(app);
        await app.StopAsync(cancellation);
    }
}
