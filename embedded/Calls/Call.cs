using ResultsGrid.Embedded.Activations;

namespace ResultsGrid.Embedded.Calls;

/// <summary>One call of one grain method, from acceptance to its answer.</summary>
internal abstract class Call(GrainMethod method, object?[] arguments, long accepted)
{
    public GrainMethod Method => method;

    /// <summary>Timestamp of acceptance, by the host's clock.</summary>
    public long Accepted => accepted;

    /// <summary>The caller's task, typed as its method declares.</summary>
    public abstract Task Caller { get; }

    /// <summary>The arguments, empty again once the grain has them: a long call doesn't hold its request in memory.</summary>
    protected object?[] Arguments { get; private set; } = arguments;

    /// <summary>Runs the method on the grain, inside a turn, and tells the activation when its task is done.</summary>
    public void Begin(Activation activation, object grain)
    {
        Task running;
        try
        {
            running = method.Invoke(grain, Arguments) ?? throw new InvalidOperationException($"{method} returned null instead of a task.");
        }
        catch (Exception fault)
        {
            running = Task.FromException(fault);
        }

        Arguments = [];
        if (running.IsCompleted) End(activation, running);
        else running.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => End(activation, running));
    }

    /// <summary>Answers the caller with a fault, unless it has its answer already.</summary>
    public abstract void Fail(Exception fault);

    /// <summary>Answers the caller, unless it has its answer already.</summary>
    protected abstract void Answer(Task outcome);

    /// <summary>What the caller gets of the grain's task.</summary>
    protected virtual Task Crossing(Task finished) => finished;

    private void End(Activation activation, Task finished)
    {
        var outcome = Crossing(finished);
        // First the activation, then the caller: a caller that calls again finds its first call ended.
        activation.Ended(this);
        Answer(outcome);
    }
}
