namespace ResultsGrid.Grains.Hosting;

/// <summary>A bounded queue is full: the call was not taken on, and may be tried again later.</summary>
public sealed class OverloadedException : Exception
{
    public OverloadedException()
    {
    }

    public OverloadedException(string message)
        : base(message)
    {
    }

    public OverloadedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
