namespace ResultsGrid.Grains.Hosting;

/// <summary>The stored state was changed by somebody else since it was read: nothing was written.</summary>
public sealed class StateConflictException : Exception
{
    public StateConflictException()
    {
    }

    public StateConflictException(string message)
        : base(message)
    {
    }

    public StateConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
