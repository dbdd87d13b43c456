using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights.Preparation;

namespace ResultsGrid.Tests.Drills;

/// <summary>A small series in a folder, published once, for drills that start gateways on it themselves, one after the other.</summary>
public sealed class PreparedFolder : IAsyncLifetime
{
    private const int Centres = 24;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("resultsgrid-drills-");

    public string Path => folder.FullName;

    public Task InitializeAsync()
        => NightData.Make(Path, NationalSeries.Plan(Centres, Centres, seed: 1), people: 0, isOut: true, _ => { }, TimeProvider.System, CancellationToken.None);

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
