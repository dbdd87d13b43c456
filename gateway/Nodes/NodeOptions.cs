using System.Globalization;
using System.Net;
using ResultsGrid.Gateway.Commands;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>How one node is named and reached by the others.</summary>
/// <param name="Cluster">Nodes of the same name form one cluster.</param>
/// <param name="Address">Where the other nodes reach this one.</param>
/// <param name="SiloPort">The port that nodes speak to each other on.</param>
/// <param name="Drain">Told to stop, so long it serves on while it says that it is not ready, for the load balancer to notice.</param>
/// <param name="Tls">How nodes prove to each other who they are; null where they do not.</param>
/// <param name="IsNetworkTrusted">Somebody else sees to it that only nodes reach a node's port: what comes through it is asked no release decision.</param>
public sealed record NodeOptions(string Cluster, IPAddress Address, int SiloPort, TimeSpan Drain, NodeTls? Tls, bool IsNetworkTrusted)
{
    /// <summary>The configuration section that these are read from.</summary>
    public const string Section = "Cluster";

    public const string SiloPortKey = $"{Section}:{nameof(SiloPort)}";

    public const string DefaultCluster = "resultsgrid";

    public const int DefaultSiloPort = 11111;

    private static readonly TimeSpan MostToDrain = TimeSpan.FromMinutes(5);

    /// <exception cref="ArgumentException">A value is not what it should be; the message says which, what it is and what it should be.</exception>
    public static NodeOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        return new NodeOptions(
            Given(section, "Id") ?? DefaultCluster,
            AddressOf(Given(section, nameof(Address)) ?? "127.0.0.1"),
            Port(section, nameof(SiloPort), DefaultSiloPort),
            DrainOf(Given(section, nameof(Drain))),
            NodeTls.From(section.GetSection(nameof(Tls))),
            TrustOf(section["TrustedNetwork"]));
    }

    private static IPAddress AddressOf(string text)
        => IPAddress.TryParse(text, out var address) && !IPAddress.Any.Equals(address) && !IPAddress.IPv6Any.Equals(address)
            ? address
            : throw new ArgumentException($"{Section}:{nameof(Address)} is '{text}'; it is the one IP address at which the other nodes reach this one, such as 10.0.0.4.");

    private static TimeSpan DrainOf(string? text) => text is null ? TimeSpan.Zero
        : ShortDuration.TryParse(text) is { } drain && drain <= MostToDrain ? drain
        : throw new ArgumentException($"{Section}:{nameof(Drain)} is '{text}'; it is a duration like 10s, up to {MostToDrain.TotalMinutes:0}m.");

    private static bool TrustOf(string? text) => text switch
    {
        null or "" => false,
        _ when bool.TryParse(text, out var trusted) => trusted,
        _ => throw new ArgumentException($"{Section}:TrustedNetwork is '{text}'; it is true or false."),
    };

    private static int Port(IConfigurationSection section, string name, int preset)
    {
        if (Given(section, name) is not { } text) return preset;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new ArgumentException($"{Section}:{name} is '{text}'; a port is from 1 to {IPEndPoint.MaxPort}.");
    }

    private static string? Given(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];
}
