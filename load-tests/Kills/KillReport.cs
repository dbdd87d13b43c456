using System.Collections.Concurrent;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>What a drill counts.</summary>
public sealed class KillReport
{
    private readonly ConcurrentDictionary<string, OperationCount> operations = new();
    private int checks;

    public int KillsAtWork { get; set; }

    public int KillsInStartUp { get; set; }

    public int KillsRightAfterStart { get; set; }

    public int Kills => KillsAtWork + KillsInStartUp + KillsRightAfterStart;

    /// <summary>Comparisons of something found with something expected.</summary>
    public int Checks => checks;

    public IReadOnlyDictionary<string, OperationCount> Operations => operations;

    public int Acknowledged => operations.Values.Sum(count => count.Acknowledged);

    /// <summary>Whether one such operation, at the least, was answered well or found done.</summary>
    public bool HasDone(string operation) => operations.TryGetValue(operation, out var count) && count.Acknowledged + count.FoundDone > 0;

    public void Acknowledge(string operation) => Count(operation, count => count with { Acknowledged = count.Acknowledged + 1 });

    public void FindDone(string operation) => Count(operation, count => count with { FoundDone = count.FoundDone + 1 });

    public void FindNotDone(string operation) => Count(operation, count => count with { FoundNotDone = count.FoundNotDone + 1 });

    public void Check() => Interlocked.Increment(ref checks);

    private void Count(string operation, Func<OperationCount, OperationCount> change)
        => operations.AddOrUpdate(operation, _ => change(new OperationCount(0, 0, 0)), (_, count) => change(count));
}
