using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResultsGrid.Embedded.Calls;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.Activations;

/// <summary>The grains in memory, at most <see cref="EmbeddedOptions.MaxActivations"/> of them.</summary>
internal sealed partial class ActivationTable : IDisposable
{
    /// <summary>At the bound, this share of the grains leaves at once, so that the search for idle ones is paid rarely.</summary>
    private const double TrimmedShare = 0.1;

    private readonly ConcurrentDictionary<GrainIdentity, Activation> activations = new();
    private readonly Lock trimming = new();
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly ILogger<ActivationTable> log;
    private readonly ITimer sweeper;
    private int count;
    private int sweeping;
    private volatile bool closed;

    public ActivationTable(EmbeddedOptions options, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ActivationTable> log)
    {
        Options = options;
        this.scopes = scopes;
        this.clock = clock;
        this.log = log;
        sweeper = clock.CreateTimer(static state => ((ActivationTable)state!).Sweep(), this, options.SweepInterval, options.SweepInterval);
    }

    public EmbeddedOptions Options { get; }

    public int Count => Volatile.Read(ref count);

    public long Now => clock.GetTimestamp();

    public Task Call(GrainIdentity id, GrainMethod method, object?[] arguments)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var call = method.NewCall(arguments, Now);
        try
        {
            while (!Activation(id).Accept(call))
            {
                // It retired between the look-up and the call: the table has none, or the next, by now.
            }
        }
        catch (OverloadedException fault)
        {
            call.Fail(fault);
        }

        return call.Caller;
    }

    public AsyncServiceScope NewScope() => scopes.CreateAsyncScope();

    public void Remove(Activation activation)
    {
        if (activations.TryRemove(new(activation.Id, activation))) Interlocked.Decrement(ref count);
    }

    public void ReportFailedEnd(Activation activation, Exception fault) => LogFailedEnd(activation.Id.ToString(), fault);

    public void Dispose()
    {
        closed = true;
        sweeper.Dispose();
    }

    private Activation Activation(GrainIdentity id)
    {
        while (true)
        {
            if (activations.TryGetValue(id, out var found)) return found;
            Reserve();
            var activation = new Activation(id, this);
            if (activations.TryAdd(id, activation)) return activation;
            Interlocked.Decrement(ref count);
        }
    }

    /// <summary>Takes one place under the bound, sending the longest idle grains away if there is none.</summary>
    /// <exception cref="OverloadedException">Every grain in memory is at work.</exception>
    private void Reserve()
    {
        if (TryReserve()) return;
        lock (trimming)
        {
            if (Count >= Options.MaxActivations) Trim();
            if (TryReserve()) return;
        }

        throw new OverloadedException($"{Options.MaxActivations} grains are in memory, the bound, and too few of them are idle.");
    }

    /// <summary>The count is never past the bound, not for a moment: whoever looked then would be refused a place that there is.</summary>
    private bool TryReserve()
    {
        for (var seen = Count; seen < Options.MaxActivations; seen = Count)
        {
            if (Interlocked.CompareExchange(ref count, seen + 1, seen) == seen) return true;
        }

        return false;
    }

    private void Trim()
    {
        var share = Math.Max(1, (int)(Options.MaxActivations * TrimmedShare));
        // A snapshot: LastUsed moves while it is sorted.
        var oldest = activations.Values.Select(activation => (activation, activation.LastUsed)).OrderBy(one => one.LastUsed).ToList();
        foreach (var (activation, used) in oldest)
        {
            if (activation.TryEndIdle(used) && --share == 0) return;
        }
    }

    private void Sweep()
    {
        // A sweep that takes longer than its interval is not joined by a second.
        if (Interlocked.Exchange(ref sweeping, 1) == 1) return;
        try
        {
            var now = Now;
            var overdue = now - Ticks(Options.CallTimeout);
            var idle = now - Ticks(Options.IdleAge);
            foreach (var (_, activation) in activations)
            {
                activation.FailOverdue(overdue, TimedOut);
                activation.TryEndIdle(idle);
            }
        }
        finally
        {
            Volatile.Write(ref sweeping, 0);
        }
    }

    private TimeoutException TimedOut(Call call)
        => new($"{call.Method} did not answer within {Options.CallTimeout.TotalSeconds:0.###} s. Whether it was done is unknown.");

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);

    [LoggerMessage(Level = LogLevel.Error, Message = "Grain {Grain} failed while it left memory")]
    private partial void LogFailedEnd(string grain, Exception fault);
}
