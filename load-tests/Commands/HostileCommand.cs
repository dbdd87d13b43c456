using System.CommandLine;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Ceilings;
using ResultsGrid.LoadTests.Hostilities;
using ResultsGrid.LoadTests.Hostilities.Attacks;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>A list of attacks over raw sockets, beside good clients.</summary>
public static class HostileCommand
{
    private const int DocumentBytes = 5_000;
    private const int GoodCentres = 100;
    private const double GoodPerSecond = 300;
    private const int Idle = 5_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Flood = TimeSpan.FromSeconds(10);

    /// <summary>Everything that is tried, shortest first.</summary>
    public static IReadOnlyList<IAttack> Attacks { get; } = [.. Malformed.All, new PipelinedFlood(), new EndlessPipeline(Flood), new HttpTwo(), new Churn(), new IdleConnections(Idle), .. Drip.All, new Handshakes(), new TruncatedTls(), new SlowReader()];

    public static Command Create()
    {
        var only = new Option<string?>("--only") { Description = "Only attacks whose name has this in it." };
        return DrillCommand.Create(
            "hostile", "Slow, huge, malformed, idle and flooding clients, one kind after the other, beside good ones whose tail is watched.",
            (folder, seed, options, cancellation) => Run(
                folder, new HostilePlan(GoodPerSecond, Quiet, Longest, [.. Attacks.Where(attack => attack.Name.Contains(options.GetValue(only) ?? "", StringComparison.Ordinal))], seed), cancellation),
            only);
    }

    /// <param name="folder">A prepared night's.</param>
    public static async Task<DrillReport> Run(string folder, HostilePlan plan, CancellationToken cancellation)
    {
        var secrets = Directory.CreateTempSubdirectory("resultsgrid-certificate-").FullName;
        try
        {
            var certificate = new Certificate(secrets, TimeProvider.System);
            using var target = await NightData.Open(folder, new DrilledGateway(), "http://127.0.0.1:0;https://127.0.0.1:0", certificate.ForKestrel);
            var documents = await DocumentRequests.Choose(target with { Keys = [.. target.Keys.Take(GoodCentres)] }, DocumentBytes, cancellation);
            var hostile = new HostileTarget(WireAddress.Of(target.Address), WireAddress.Of(target.Process!.Addresses[1]), documents, TimeProvider.System);
            return await new Siege(hostile, plan, () => target.Process.MemoryBytes).Run(cancellation);
        }
        finally
        {
            Directory.Delete(secrets, recursive: true);
        }
    }
}
