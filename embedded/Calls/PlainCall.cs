namespace ResultsGrid.Embedded.Calls;

/// <summary>A call whose method returns a <see cref="Task"/> without a result.</summary>
internal sealed class PlainCall(GrainMethod method, object?[] arguments, long accepted) : Call(method, arguments, accepted)
{
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Caller => answer.Task;

    public override void Fail(Exception fault) => answer.TrySetException(fault);

    protected override void Answer(Task outcome)
    {
        if (!answer.TrySetFromTask(outcome)) _ = outcome.Exception;
    }
}
