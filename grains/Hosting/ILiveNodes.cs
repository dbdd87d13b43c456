namespace ResultsGrid.Grains.Hosting;

/// <summary>Which nodes of the cluster are alive, as this one sees it. A name is one process's: a node that starts again may keep it, two at once may not.</summary>
public interface ILiveNodes
{
    /// <summary>This node's.</summary>
    string Own { get; }

    /// <summary>Those of the nodes that take part; a node that has just joined or died may be missing or there for a while.</summary>
    IReadOnlySet<string> Names { get; }
}
