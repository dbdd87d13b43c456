using ResultsGrid.LoadTests.Kills;
using Xunit.Abstractions;

namespace ResultsGrid.Tests.NotLost;

/// <summary>The drill of load-tests, with as many kills as the suite has time for.</summary>
public sealed class KillDrillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Over_thirty_kills_nothing_acknowledged_is_lost_and_nothing_half_done_shows()
    {
        const int seed = 20260813;
        // Stays where the drill fails: what lies in it is the evidence.
        var folder = Directory.CreateTempSubdirectory("resultsgrid-kills-").FullName;
        var drill = new KillDrill(new KillPlan(Kills: 30, seed, folder), output.WriteLine);
        try
        {
            await drill.Run();
        }
        catch (LostException lost)
        {
            Assert.Fail($"Seed {seed}, after {drill.Report.Kills} kills, data in {folder}: {lost.Message}");
        }

        Directory.Delete(folder, recursive: true);
        Assert.Equal(30, drill.Report.Kills);
        Assert.True(drill.Report.KillsInStartUp > 0 && drill.Report.KillsRightAfterStart > 0, "Every kind of kill belongs to the drill.");
        Assert.All(KillDrill.Essential, operation => Assert.True(drill.Report.HasDone(operation), $"No {operation} was done, so none was drilled."));
    }
}
