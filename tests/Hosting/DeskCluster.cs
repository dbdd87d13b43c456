using Orleans.TestingHost;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting;

/// <summary>Two silos with the suite's grain; it is put on the silo that its first caller is not on, so that arguments and results cross the wire.</summary>
internal static class DeskCluster
{
    /// <summary>Between two looks at what a test waits for.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <param name="configure">The states, the announcer and the lease of a silo, and what else a test needs; called for each.</param>
    /// <param name="service">What states are kept under where several clusters share a storage.</param>
    public static async Task<InProcessTestCluster> Deploy(GrainBounds bounds, Gates gates, string service, Action<ISiloBuilder> configure)
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddPlacementDirector<Elsewhere, Elsewhere.Director>();
            silo.Services.AddSingleton(gates).AddSingleton<PlacementStrategy, Elsewhere>();
            configure(silo);
            silo.AddResultsGridGrains(bounds);
        });
        builder.Options.InitializeClientOnDeploy = false;
        builder.Options.ServiceId = service;
        var cluster = builder.Build();
        await cluster.DeployAsync();
        await Until(() => TryThereAndBack(cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>()));
        return cluster;
    }

    /// <exception cref="OperationCanceledException">It did not come true for <see cref="Gates.Patience"/>.</exception>
    public static async Task Until(Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(Gates.Patience);
        using var look = new PeriodicTimer(Look);
        while (!await isTrue()) await look.WaitForNextTickAsync(patience.Token);
    }

    private static async Task<bool> TryThereAndBack(IGrainFactory grains)
    {
        try
        {
            await grains.GetGrain<IDeskGrain>("there").AskThrough("and back");
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or OverloadedException or TimeoutException)
        {
            // One of them has not heard of the other's grains yet, has no lease yet, or is slow with its first call.
            return false;
        }
    }
}
