namespace ResultsGrid.LoadTests.Kills;

/// <summary>Something that was acknowledged is gone, something half done shows, or a job is stuck: the drill ends here.</summary>
public sealed class LostException : Exception
{
    public LostException()
    {
    }

    public LostException(string message)
        : base(message)
    {
    }

    public LostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public LostException(string what, string expected, string found)
        : base($"{what}\n  expected: {expected}\n  found:    {found}")
    {
    }
}
