using System.CommandLine;
using ResultsGrid.LoadTests.Nights;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>The command line of the drills. Everything stays on 127.0.0.1 and ends by itself.</summary>
public static class LoadTestCommands
{
    public static RootCommand Create() => new("Drills and benchmarks of ResultsGrid.")
    {
        MakeSeriesCommand.Create(),
        PublishBenchmarkCommand.Create(),
        KillsCommand.Create(),
        LedgerCommand.Create(),
        NightCommand.Create(new PoolStage()),
        CeilingCommand.Create(),
        OverloadCommand.Create(),
        StormCommand.Create(),
        HostileCommand.Create(),
        GrowthCommand.Create(),
        ClusterCommand.Create(),
        ContestantCommands.BareKestrel(),
        ContestantCommands.GatewayWithoutLedger(),
        DrilledGatewayCommand.Create(),
        GrowthCommand.Weigh(),
    };
}
