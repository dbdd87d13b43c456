using System.Globalization;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Server;

/// <summary>On one machine the service listens for HTTP and for nothing else: whoever could reach the silo could call grains past the release decision.</summary>
public sealed class ListeningTests : IDisposable
{
    private const string Listening = "0A";

    private static readonly string[] Tables = ["tcp", "tcp6"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_node_on_local_storage_listens_for_nothing_but_HTTP()
    {
        using var node = await GatewayProcess.Start(folder.File("data"));
        Assert.Equal([node.Address.Port], ListeningPorts(node.Id));
    }

    /// <summary>As Linux has them: the sockets of the process, among those that listen.</summary>
    private static IEnumerable<int> ListeningPorts(int process)
    {
        var own = Directory.EnumerateFiles($"/proc/{process}/fd")
            .Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        return Tables
            .SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[3] == Listening && own.Contains(columns[9]))
            .Select(columns => int.Parse(columns[1].Split(':')[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Distinct();
    }
}
