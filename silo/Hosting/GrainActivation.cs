using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Hosting;

/// <inheritdoc cref="IActivation"/>
internal sealed class GrainActivation(IGrainContext context) : IActivation
{
    public void Deactivate() => context.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The grain asked for it."));
}
