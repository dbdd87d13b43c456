using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights.Preparation;

namespace ResultsGrid.Tests.Drills;

/// <summary>A small series in a folder, published once, and the real gateway's process on it, for several nights.</summary>
public sealed class PreparedNight : IAsyncLifetime
{
    public const int Centres = 20;
    private const int Candidates = 60;
    private const int People = 1;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("resultsgrid-night-");

    public NightTarget Target { get; private set; } = null!;

    public string Credentials => Path.Combine(folder.FullName, "night.json");

    public async Task InitializeAsync()
    {
        await NightData.Make(folder.FullName, NationalSeries.Plan(Centres, Candidates, seed: 1), People, isOut: true, _ => { }, TimeProvider.System, CancellationToken.None);
        Target = await NightData.Open(folder.FullName);
    }

    public Task DisposeAsync()
    {
        Target.Dispose();
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
