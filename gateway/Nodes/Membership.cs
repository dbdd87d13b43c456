using System.Net;
using Orleans.Configuration;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>How soon nodes notice that one is gone, and that one has come.</summary>
/// <remarks>Orleans' own values lose a killed node's grains for up to half a minute; a release takes place within one.</remarks>
internal static class Membership
{
    /// <summary>What states are kept under: the same for ever, also when a cluster gets another name.</summary>
    private const string ServiceId = "resultsgrid";

    /// <summary>
    /// A healthy node answers within milliseconds, one that publishes on all cores within some hundred; Orleans shortens it to half on
    /// a quiet cluster. Not longer: a node that starts while dead ones still count as alive tries for ten of these, and
    /// must have given up and started again within 30 s.
    /// </summary>
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>One missed probe may be a pause of the collector; two in a row, seen by two nodes, are a dead node.</summary>
    private const int MissedProbes = 2;

    /// <summary>How late a node learns of another that gossip did not tell it of.</summary>
    private static readonly TimeSpan TableRefresh = TimeSpan.FromSeconds(2);

    /// <summary>After a loss of all nodes the next ones hold the old for alive until they are this late twice: 10 s, of 30 that a restart may take.</summary>
    private static readonly TimeSpan AlivePublished = TimeSpan.FromSeconds(5);

    private const int MissedAlive = 2;

    /// <summary>Just past the 10 s: whoever could not reach the old nodes by then starts anew, by its supervisor.</summary>
    private static readonly TimeSpan JoinAttempt = TimeSpan.FromSeconds(12);

    public static ISiloBuilder AddNode(this ISiloBuilder silo, NodeOptions node)
    {
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (node.Cluster, ServiceId));
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = ProbeTimeout;
            membership.NumMissedProbesLimit = MissedProbes;
            membership.TableRefreshTimeout = TableRefresh;
            membership.IAmAliveTablePublishTimeout = AlivePublished;
            membership.NumMissedTableIAmAliveLimit = MissedAlive;
            membership.MaxJoinAttemptTime = JoinAttempt;
        });
        if (node.Tls is { } tls) silo.UseTls(tls.Apply);
        // Without a port for clients of the cluster: its only clients are its nodes.
        return silo.ConfigureEndpoints(node.Address, node.SiloPort, gatewayPort: 0, listenOnAnyHostAddress: !IPAddress.IsLoopback(node.Address));
    }
}
