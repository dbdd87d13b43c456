using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>Only an empty store gets a demonstration: one with an operator or a series in it is somebody's.</summary>
public static class DemonstrationStore
{
    public static async Task<bool> IsEmpty(IServiceProvider services)
    {
        var grains = services.GetRequiredService<IGrainFactory>();
        return (await grains.Board().GetSeries()).Count == 0 && (await grains.Accounts(Shelf.Board).ListUsers()).Count == 0;
    }
}
