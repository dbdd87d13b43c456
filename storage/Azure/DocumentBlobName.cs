using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Storage.Azure;

/// <summary>The name of a document's blob: its hash, in a folder of the hash's first two digits, for example 3a/3a7bd3….</summary>
public static class DocumentBlobName
{
    // A blob's place follows from the start of its name, so names that start with a hash spread over the storage's servers.
    public static string Of(ContentHash hash)
    {
        var name = hash.ToString();
        ArgumentException.ThrowIfNullOrEmpty(name, nameof(hash));
        return $"{name[..2]}/{name}";
    }
}
