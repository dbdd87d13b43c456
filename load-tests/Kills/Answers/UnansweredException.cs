namespace ResultsGrid.LoadTests.Kills.Answers;

/// <summary>The process ended before it answered: nobody knows whether it did what was asked.</summary>
public sealed class UnansweredException : Exception
{
    public UnansweredException()
    {
    }

    public UnansweredException(string message)
        : base(message)
    {
    }

    public UnansweredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
