namespace ResultsGrid.Grains.Documents;

/// <summary>A stream brought more than a document may have: nothing is stored.</summary>
public sealed class DocumentTooLargeException : IOException
{
    public DocumentTooLargeException()
        : base($"A document has at most {IDocumentStore.MaxBytes} bytes.")
    {
    }

    public DocumentTooLargeException(string message)
        : base(message)
    {
    }

    public DocumentTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
