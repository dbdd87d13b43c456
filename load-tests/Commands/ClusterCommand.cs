using System.CommandLine;
using System.Security.Cryptography;
using ResultsGrid.LoadTests.Clusters;
using ResultsGrid.LoadTests.Promises;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>A cluster of real processes on this machine, killed and starved on purpose.</summary>
public static class ClusterCommand
{
    private const int CandidatesPerCentre = 20;

    public static Command Create()
    {
        var node = new Option<FileInfo>("--node") { Description = "The node's assembly, built: silo/bin/Release/net10.0/ResultsGrid.Silo.dll.", Required = true };
        var storage = new Option<string>("--storage") { Description = "Connection string of a storage emulator on 127.0.0.1, with its BlobEndpoint and TableEndpoint.", Required = true };
        var nodes = Number("--nodes", "Of the cluster, 3 to 8.", 3, 3, 8);
        var centres = Number("--centres", "Of the series, 10 to 5,000, with 20 candidates each on average.", 60, 10, 5_000);
        var perSecond = Number("--downloads", "Asked for in a second, 1 to 5,000.", 200, 1, 5_000);
        var seconds = Number("--seconds", "How long each load lasts, 5 to 300.", 20, 5, 300);
        var outage = Number("--outage", "How many seconds the storage hangs, 1 to 300.", 60, 1, 300);
        var atWork = Number("--publish", "Centres of a second series that is published while the first is downloaded, 0 to 5,000; 0: none.", 0, 0, 5_000);
        var workThreads = new Option<int?>("--work-threads") { Description = "Threads of each node for loads, awards and publications; without it, as many as it takes by itself." };
        return DrillCommand.CreateUnprepared(
            "cluster", "Publishes on a cluster, kills and ends its nodes under load, has its storage hang, and starts it anew.",
            (folder, seed, options, cancellation) => Run(
                new ClusterPlan(
                    options.GetRequiredValue(node).FullName, options.GetRequiredValue(storage), options.GetRequiredValue(nodes),
                    options.GetRequiredValue(centres), CandidatesPerCentre * options.GetRequiredValue(centres), options.GetRequiredValue(perSecond),
                    TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), TimeSpan.FromSeconds(options.GetRequiredValue(outage)), seed)
                {
                    CentresAtWork = options.GetRequiredValue(atWork),
                    WorkThreads = options.GetValue(workThreads),
                },
                folder, cancellation),
            node, storage, nodes, centres, perSecond, seconds, outage, atWork, workThreads);
    }

    /// <param name="folder">For what the drill needs beside the storages.</param>
    /// <exception cref="InvalidOperationException">A storage is missing, or not on this machine.</exception>
    public static async Task<DrillReport> Run(ClusterPlan plan, string folder, CancellationToken cancellation)
    {
        using var storages = new RelayedStorages(plan.Storage);
        // Of this run alone: an earlier one's rows and blobs may still be there.
        var name = $"drill-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        using var drill = new ClusterDrill(plan, storages, folder, name, TimeProvider.System, Console.WriteLine);
        return await drill.Run(cancellation);
    }

    private static Option<int> Number(string name, string description, int preset, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => preset };
        option.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() is var number && (number < least || number > most)) value.AddError($"{name} is from {least} to {most}.");
        });
        return option;
    }
}
