namespace ResultsGrid.Grains.Hosting;

/// <summary>A node's lease has lapsed: the call was not begun there. It crosses nodes; callers get it in other words (CallFaults).</summary>
public sealed class OutOfTouchException : Exception
{
    public OutOfTouchException()
    {
    }

    public OutOfTouchException(string message)
        : base(message)
    {
    }

    public OutOfTouchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
