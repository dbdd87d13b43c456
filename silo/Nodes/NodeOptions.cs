using System.Globalization;
using System.Net;
using ResultsGrid.Gateway.Commands;

namespace ResultsGrid.Silo.Nodes;

/// <summary>How one node is named and reached by the others.</summary>
/// <param name="Cluster">Nodes of the same name form one cluster.</param>
/// <param name="Address">Where the other nodes reach this one.</param>
/// <param name="SiloPort">The port that nodes speak to each other on.</param>
/// <param name="GatewayPort">The port for clients of the cluster.</param>
/// <param name="Drain">Told to stop, so long it serves on while it says that it is not ready, for the load balancer to notice.</param>
public sealed record NodeOptions(string Cluster, IPAddress Address, int SiloPort, int GatewayPort, TimeSpan Drain)
{
    /// <summary>The configuration section that these are read from.</summary>
    public const string Section = "Cluster";

    public const string DefaultCluster = "resultsgrid";

    public const int DefaultSiloPort = 11111;

    public const int DefaultGatewayPort = 30000;

    private static readonly TimeSpan MostToDrain = TimeSpan.FromMinutes(5);

    /// <exception cref="ArgumentException">A value is not what it should be; the message says which, what it is and what it should be.</exception>
    public static NodeOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        var options = new NodeOptions(
            Given(section, "Id") ?? DefaultCluster,
            AddressOf(Given(section, nameof(Address)) ?? "127.0.0.1"),
            Port(section, nameof(SiloPort), DefaultSiloPort),
            Port(section, nameof(GatewayPort), DefaultGatewayPort),
            DrainOf(Given(section, nameof(Drain))));
        return options.SiloPort != options.GatewayPort
            ? options
            : throw new ArgumentException($"{Section}:{nameof(SiloPort)} and {Section}:{nameof(GatewayPort)} are both {options.SiloPort}: a node needs two ports.");
    }

    private static IPAddress AddressOf(string text)
        => IPAddress.TryParse(text, out var address) && !IPAddress.Any.Equals(address) && !IPAddress.IPv6Any.Equals(address)
            ? address
            : throw new ArgumentException($"{Section}:{nameof(Address)} is '{text}'; it is the one IP address at which the other nodes reach this one, such as 10.0.0.4.");

    private static TimeSpan DrainOf(string? text) => text is null ? TimeSpan.Zero
        : ShortDuration.TryParse(text) is { } drain && drain <= MostToDrain ? drain
        : throw new ArgumentException($"{Section}:{nameof(Drain)} is '{text}'; it is a duration like 10s, up to {MostToDrain.TotalMinutes:0}m.");

    private static int Port(IConfigurationSection section, string name, int preset)
    {
        if (Given(section, name) is not { } text) return preset;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new ArgumentException($"{Section}:{name} is '{text}'; a port is from 1 to {IPEndPoint.MaxPort}.");
    }

    private static string? Given(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];
}
