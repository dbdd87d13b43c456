namespace ResultsGrid.Grains.Documents;

/// <summary>What the store holds under a hash does not have that hash.</summary>
public sealed class DamagedDocumentException : Exception
{
    public DamagedDocumentException()
    {
    }

    public DamagedDocumentException(string message)
        : base(message)
    {
    }

    public DamagedDocumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DamagedDocumentException(ContentHash hash, ContentHash found)
        : base($"Document {hash} is damaged: its content hashes to {found}. Publish its centre again to rebuild it from state.")
    {
    }
}
