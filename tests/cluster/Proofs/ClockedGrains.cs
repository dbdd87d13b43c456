using Orleans.Metadata;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.ClusterTests.Proofs;

/// <summary>Makes the grains that ask for a clock with the test's.</summary>
internal sealed class ClockedGrains(IServiceProvider services, FakeClock clock) : IConfigureGrainTypeComponents
{
    public void Configure(GrainType grainType, GrainProperties properties, GrainTypeSharedContext shared)
    {
        if (!services.GetRequiredService<GrainClassMap>().TryGetGrainClass(grainType, out var grain) || !TestsClock.IsGivenAClock(grain)) return;
        shared.SetComponent<IGrainActivator>(new Activator(grain, clock));
    }

    private sealed class Activator(Type grain, FakeClock clock) : IGrainActivator
    {
        public object CreateInstance(IGrainContext context) => ActivatorUtilities.CreateInstance(context.ActivationServices, grain, clock);

        /// <summary>None of ours holds anything.</summary>
        public ValueTask DisposeInstance(IGrainContext context, object instance) => ValueTask.CompletedTask;
    }
}
