using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A drill's storage emulator, each of its services behind a relay that can stand still.</summary>
public sealed partial class RelayedStorages : IDisposable
{
    private static readonly string[] Services = ["BlobEndpoint", "TableEndpoint"];

    private readonly Dictionary<int, StorageRelay> relays = [];
    private readonly string connection;

    /// <param name="storage">A connection string of an emulator on this machine, with its BlobEndpoint and TableEndpoint.</param>
    /// <exception cref="InvalidOperationException">A service is missing, or not on this machine.</exception>
    public RelayedStorages(string storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var named = Endpoint().Matches(storage).Select(endpoint => endpoint.Groups["service"].Value).ToList();
        if (Services.FirstOrDefault(service => !named.Contains(service, StringComparer.OrdinalIgnoreCase)) is { } missing)
            throw new InvalidOperationException($"--storage names no emulator on 127.0.0.1: {missing}=http://127.0.0.1:10000/devstoreaccount1;...");
        connection = Endpoint().Replace(storage, Relayed);
    }

    /// <summary>What a node is told by its environment.</summary>
    /// <param name="drill">Nodes of one drill meet nothing of another's.</param>
    public Dictionary<string, string> Environment(string drill) => new()
    {
        ["Storage__ConnectionString"] = connection,
        ["Storage__Container"] = drill,
    };

    /// <summary>From now on no storage answers.</summary>
    public void Stall()
    {
        foreach (var relay in relays.Values) relay.Stall();
    }

    public void Resume()
    {
        foreach (var relay in relays.Values) relay.Resume();
    }

    public void Dispose()
    {
        foreach (var relay in relays.Values) relay.Dispose();
    }

    /// <summary>The same with the port of its relay.</summary>
    private string Relayed(Match place)
    {
        var digits = place.Groups["port"];
        var port = int.Parse(digits.Value, CultureInfo.InvariantCulture);
        if (!relays.TryGetValue(port, out var relay)) relays[port] = relay = new StorageRelay(new IPEndPoint(IPAddress.Loopback, port));
        return string.Create(CultureInfo.InvariantCulture, $"{place.Value[..(digits.Index - place.Index)]}{relay.Port}");
    }

    [GeneratedRegex(@"\b(?<service>\w+Endpoint)=http://127\.0\.0\.1:(?<port>\d{1,5})(?=/)", RegexOptions.IgnoreCase)]
    private static partial Regex Endpoint();
}
