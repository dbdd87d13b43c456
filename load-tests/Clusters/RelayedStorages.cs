using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A drill's storages, each behind a relay that can stand still.</summary>
public sealed partial class RelayedStorages : IDisposable
{
    private readonly Dictionary<int, StorageRelay> relays = [];
    private readonly Dictionary<string, string> settings = [];

    /// <exception cref="InvalidOperationException">Membership and state have no storage or two, or one is not on this machine.</exception>
    public RelayedStorages(ClusterStorages storages)
    {
        ArgumentNullException.ThrowIfNull(storages);
        switch (storages)
        {
            case { PostgreSql: { } database, Account: null }:
                if (!PostgreSqlHost().IsMatch(database) || !PostgreSqlPort().IsMatch(database))
                    throw new InvalidOperationException("--postgresql names no database on 127.0.0.1 with its port: Host=127.0.0.1;Port=5432;...");
                settings["Cluster__PostgreSql"] = PostgreSqlPort().Replace(database, Relayed);
                break;
            case { PostgreSql: null, Account: { } account }:
                settings["Cluster__AzureStorage__ConnectionString"] = Account("--azure", account, "BlobEndpoint", "TableEndpoint");
                break;
            default:
                throw new InvalidOperationException("Membership and state need one storage: --postgresql or --azure.");
        }

        settings["Documents__AzureBlobs__ConnectionString"] = Account("--blobs", storages.Blobs, "BlobEndpoint");
    }

    /// <summary>What a node is told by its environment.</summary>
    /// <param name="drill">Nodes of one drill meet no document and no state in blobs of another's.</param>
    public Dictionary<string, string> Environment(string drill) => new(settings)
    {
        ["Documents__AzureBlobs__Container"] = drill,
        ["Cluster__AzureStorage__Container"] = $"{drill}-states",
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

    private string Account(string option, string connection, params IReadOnlyList<string> endpoints)
    {
        var named = Endpoint().Matches(connection).Select(endpoint => endpoint.Groups["service"].Value).ToList();
        return endpoints.FirstOrDefault(endpoint => !named.Contains(endpoint, StringComparer.OrdinalIgnoreCase)) is { } missing
            ? throw new InvalidOperationException($"{option} names no emulator on 127.0.0.1: {missing}=http://127.0.0.1:10000/devstoreaccount1;...")
            : Endpoint().Replace(connection, Relayed);
    }

    /// <summary>The same with the port of its relay.</summary>
    private string Relayed(Match place)
    {
        var digits = place.Groups["port"];
        var port = int.Parse(digits.Value, CultureInfo.InvariantCulture);
        if (!relays.TryGetValue(port, out var relay)) relays[port] = relay = new StorageRelay(new IPEndPoint(IPAddress.Loopback, port));
        return string.Create(CultureInfo.InvariantCulture, $"{place.Value[..(digits.Index - place.Index)]}{relay.Port}");
    }

    [GeneratedRegex(@"(?:^|;)\s*Host=127\.0\.0\.1\s*(?:;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PostgreSqlHost();

    [GeneratedRegex(@"\bPort=(?<port>\d{1,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex PostgreSqlPort();

    [GeneratedRegex(@"\b(?<service>\w+Endpoint)=http://127\.0\.0\.1:(?<port>\d{1,5})(?=/)", RegexOptions.IgnoreCase)]
    private static partial Regex Endpoint();
}
