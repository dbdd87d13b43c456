namespace ResultsGrid.Grains.Hosting;

/// <summary>A named bound is reached: nothing was begun, and the same call may succeed a little later.</summary>
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

    /// <summary>When it may be tried again, where that can be said.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
