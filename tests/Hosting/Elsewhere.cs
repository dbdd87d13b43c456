using Orleans.Runtime.Placement;

namespace ResultsGrid.Tests.Hosting;

/// <summary>Puts a grain on another silo than its first caller's, so that the call crosses the wire.</summary>
public sealed class Elsewhere : PlacementStrategy
{
    public sealed class Director : IPlacementDirector
    {
        /// <exception cref="InvalidOperationException">This silo knows of no other yet.</exception>
        public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
        {
            ArgumentNullException.ThrowIfNull(context);
            return Task.FromResult(context.GetCompatibleSilos(target).First(silo => !silo.Equals(context.LocalSilo)));
        }
    }
}
