namespace ResultsGrid.Grains.Hosting;

/// <summary>The disk did not take a write for sure: it is stored or not, and only reading it tells.</summary>
public sealed class StorageUnavailableException : IOException
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
