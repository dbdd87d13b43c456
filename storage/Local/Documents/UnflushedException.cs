namespace ResultsGrid.Storage.Local.Documents;

/// <summary>Something was written and could not be flushed: whether the disk has it, nobody knows.</summary>
internal sealed class UnflushedException : IOException
{
    public UnflushedException()
    {
    }

    public UnflushedException(string message)
        : base(message)
    {
    }

    public UnflushedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
