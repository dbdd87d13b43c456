namespace ResultsGrid.LoadTests.Wire;

/// <summary>No whole answer came. The connection is of no further use.</summary>
public sealed class WireException : Exception
{
    public WireException()
    {
    }

    public WireException(string message)
        : base(message)
    {
    }

    public WireException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public WireException(WireFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    public WireFault Fault { get; }
}
