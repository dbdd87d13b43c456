namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>One way to do a server harm.</summary>
public interface IAttack
{
    string Name { get; }

    /// <summary>What the server is to do, in words.</summary>
    string Expected { get; }

    /// <summary>Returns when the server has answered or closed everything, or a bound has passed.</summary>
    Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation);
}
