namespace ResultsGrid.Embedded.Calls;

/// <summary>A call whose method returns a <see cref="Task{TResult}"/>.</summary>
internal sealed class ResultCall<TResult>(GrainMethod method, object?[] arguments, long accepted) : Call(method, arguments, accepted)
{
    // Asynchronously: a caller must not go on inside the grain's turn.
    private readonly TaskCompletionSource<TResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Caller => answer.Task;

    public override void Fail(Exception fault) => answer.TrySetException(fault);

    protected override Task Crossing(Task finished)
        => Method.RoundTrips && finished.IsCompletedSuccessfully ? ContractCopy.Of((Task<TResult>)finished) : finished;

    protected override void Answer(Task outcome)
    {
        // A caller that gave up will not look at a late fault either.
        if (!answer.TrySetFromTask((Task<TResult>)outcome)) _ = outcome.Exception;
    }
}
