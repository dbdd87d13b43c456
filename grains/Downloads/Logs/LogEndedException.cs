namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>A log takes no more entries before a restart; the message says why and what to do.</summary>
public sealed class LogEndedException : IOException
{
    public LogEndedException()
    {
    }

    public LogEndedException(string message)
        : base(message)
    {
    }

    public LogEndedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
