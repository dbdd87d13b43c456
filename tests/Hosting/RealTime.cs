namespace ResultsGrid.Tests.Hosting;

/// <summary>Tests of several nodes in one process, one after the other and beside no others.</summary>
/// <remarks>Leases, probes and timeouts of the nodes go by the machine's clock: on two processors another cluster beside them would cost the first its time.</remarks>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealTime
{
    public const string Name = "in real time";
}
