using ResultsGrid.Embedded.Calls;

namespace ResultsGrid.Embedded.Activations;

/// <summary>The calls of one activation, running and waiting, and the rule of which may run beside which. Not thread-safe: its activation locks.</summary>
/// <remarks>
/// As on Orleans: calls run one after another in order of arrival, readers beside readers, and always-interleaving calls
/// beside anything. A reader that arrives while others read overtakes a waiting writer, so that a grain that is read back
/// along a chain of calls doesn't deadlock; the bound keeps readers from starving the writer.
/// </remarks>
internal sealed class CallQueue
{
    /// <summary>So many readers may overtake a waiting writer before they wait behind it.</summary>
    private const int MaxOvertaking = 100;

    private readonly List<Call> running = [];
    private LinkedList<Call>? waiting;
    private int runningReaders;
    private int runningWriters;
    private int waitingWriters;
    private int waitingInterleavers;
    private int overtaken;

    public int Count => running.Count + (waiting?.Count ?? 0);

    public bool IsRunning => running.Count > 0;

    /// <summary>The call may begin now: it is running from here on. Otherwise the caller lets it wait.</summary>
    public bool TryBegin(Call call)
    {
        if (!MayRun(call, overtakes: waitingWriters > 0)) return false;
        Begin(call, overtakes: waitingWriters > 0);
        return true;
    }

    public void Wait(Call call)
    {
        (waiting ??= new()).AddLast(call);
        CountWaiting(call, 1);
    }

    /// <summary>Takes the waiting calls that may begin now, in their order.</summary>
    public IEnumerable<Call> BeginWaiting()
    {
        var passedWriter = false;
        for (var node = waiting?.First; node is not null;)
        {
            // Beside a writer only an interleaving call runs, and one waits only while the activation starts or ends.
            if (runningWriters > 0 && waitingInterleavers == 0) yield break;
            var (call, next) = (node.Value, node.Next);
            if (MayRun(call, passedWriter))
            {
                Leave(node);
                Begin(call, passedWriter);
                yield return call;
            }
            else
            {
                passedWriter |= IsWriter(call);
            }

            node = next;
        }
    }

    public void End(Call call)
    {
        running.Remove(call);
        if (call.Method.AlwaysInterleaves) return;
        if (call.Method.IsReadOnly) runningReaders--;
        else runningWriters--;
    }

    /// <summary>Takes the waiting calls accepted before <paramref name="limit"/>: nobody waits for them any more, so they don't begin.</summary>
    public IReadOnlyList<Call> TakeOverdue(long limit)
    {
        List<Call> overdue = [];
        while (waiting?.First is { } node && node.Value.Accepted <= limit)
        {
            Leave(node);
            overdue.Add(node.Value);
        }

        return overdue;
    }

    public IReadOnlyList<Call> RunningBefore(long limit) => running.FindAll(call => call.Accepted <= limit);

    public IReadOnlyList<Call> TakeWaiting() => TakeOverdue(long.MaxValue);

    private static bool IsWriter(Call call) => !call.Method.IsReadOnly && !call.Method.AlwaysInterleaves;

    private bool MayRun(Call call, bool overtakes)
    {
        if (call.Method.AlwaysInterleaves) return true;
        if (runningWriters > 0) return false;
        if (call.Method.IsReadOnly) return !overtakes || overtaken < MaxOvertaking;
        return runningReaders == 0 && !overtakes;
    }

    private void Begin(Call call, bool overtakes)
    {
        running.Add(call);
        if (call.Method.AlwaysInterleaves) return;
        if (call.Method.IsReadOnly)
        {
            runningReaders++;
            if (overtakes) overtaken++;
        }
        else
        {
            runningWriters++;
            overtaken = 0;
        }
    }

    private void Leave(LinkedListNode<Call> node)
    {
        waiting!.Remove(node);
        CountWaiting(node.Value, -1);
    }

    private void CountWaiting(Call call, int change)
    {
        if (call.Method.AlwaysInterleaves) waitingInterleavers += change;
        else if (!call.Method.IsReadOnly) waitingWriters += change;
    }
}
