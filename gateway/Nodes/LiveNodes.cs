using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>The nodes that Orleans' membership holds for alive, or on their way in or out.</summary>
internal sealed class LiveNodes(ISiloStatusOracle membership) : ILiveNodes
{
    public string Own => Name(membership.SiloAddress);

    public IReadOnlySet<string> Names
        => membership.GetApproximateSiloStatuses(onlyActive: false).Where(silo => silo.Value is not (SiloStatus.Dead or SiloStatus.None)).Select(silo => Name(silo.Key)).Append(Own).ToHashSet(StringComparer.Ordinal);

    /// <summary>With the moment of its start in it: a node that starts anew at the same address is another.</summary>
    private static string Name(SiloAddress silo) => silo.ToParsableString();
}
