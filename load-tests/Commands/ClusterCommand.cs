using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ResultsGrid.LoadTests.Clusters;
using ResultsGrid.LoadTests.Promises;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>A cluster of real processes on this machine, killed and starved on purpose.</summary>
public static partial class ClusterCommand
{
    private const int CandidatesPerCentre = 20;

    public static Command Create()
    {
        var node = new Option<FileInfo>("--node") { Description = "The node's assembly, built: silo/bin/Release/net10.0/ResultsGrid.Silo.dll.", Required = true };
        var postgreSql = new Option<string>("--postgresql") { Description = "Connection string of a database on 127.0.0.1 with Orleans' tables.", Required = true };
        var blobs = new Option<string>("--blobs") { Description = "Connection string of a storage emulator on 127.0.0.1, with its BlobEndpoint.", Required = true };
        var nodes = Number("--nodes", "Of the cluster, 3 to 8.", 3, 3, 8);
        var centres = Number("--centres", "Of the series, 10 to 5,000, with 20 candidates each on average.", 60, 10, 5_000);
        var perSecond = Number("--downloads", "Asked for in a second, 1 to 5,000.", 200, 1, 5_000);
        var seconds = Number("--seconds", "How long each load lasts, 5 to 300.", 20, 5, 300);
        var outage = Number("--outage", "How many seconds the storage hangs, 1 to 300.", 60, 1, 300);
        return DrillCommand.CreateUnprepared(
            "cluster", "Publishes on a cluster, kills and ends its nodes under load, has its storage hang, and starts it anew.",
            (folder, seed, options, cancellation) => Run(
                new ClusterPlan(
                    options.GetRequiredValue(node).FullName, options.GetRequiredValue(postgreSql), options.GetRequiredValue(blobs), options.GetRequiredValue(nodes),
                    options.GetRequiredValue(centres), CandidatesPerCentre * options.GetRequiredValue(centres), options.GetRequiredValue(perSecond),
                    TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), TimeSpan.FromSeconds(options.GetRequiredValue(outage)), seed),
                folder, cancellation),
            node, postgreSql, blobs, nodes, centres, perSecond, seconds, outage);
    }

    /// <param name="folder">For what the drill needs beside the storages.</param>
    /// <exception cref="InvalidOperationException">A storage is not on this machine.</exception>
    public static async Task<DrillReport> Run(ClusterPlan plan, string folder, CancellationToken cancellation)
    {
        using var database = new StorageRelay(PostgreSqlPlace(plan.PostgreSql));
        using var account = new StorageRelay(BlobPlace(plan.Blobs));
        var relayed = plan with
        {
            PostgreSql = PostgreSqlPort().Replace(plan.PostgreSql, $"Port={database.Port}"),
            Blobs = BlobEndpoint().Replace(plan.Blobs, $"BlobEndpoint=http://127.0.0.1:{account.Port}/"),
        };
        // Of this run alone: an earlier one's rows and blobs may still be there.
        var name = $"drill-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        using var drill = new ClusterDrill(relayed, folder, name, TimeProvider.System, Console.WriteLine);
        return await drill.Run([database, account], cancellation);
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

    private static IPEndPoint PostgreSqlPlace(string connection) => PostgreSqlHost().IsMatch(connection) && PostgreSqlPort().Match(connection) is { Success: true } port
        ? Place(port) : throw new InvalidOperationException("--postgresql names no database on 127.0.0.1 with its port: Host=127.0.0.1;Port=5432;...");

    private static IPEndPoint BlobPlace(string connection) => BlobEndpoint().Match(connection) is { Success: true } place
        ? Place(place) : throw new InvalidOperationException("--blobs names no emulator on 127.0.0.1: BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;...");

    private static IPEndPoint Place(Match match) => new(IPAddress.Loopback, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?:^|;)\s*Host=127\.0\.0\.1\s*(?:;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PostgreSqlHost();

    [GeneratedRegex(@"\bPort=(\d{1,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex PostgreSqlPort();

    [GeneratedRegex(@"BlobEndpoint=http://127\.0\.0\.1:(\d{1,5})/", RegexOptions.IgnoreCase)]
    private static partial Regex BlobEndpoint();
}
