using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Documents;

/// <summary>A document's place in the cache. It may be held on to: once it has given way to others it holds no bytes.</summary>
public sealed class CachedDocument(ContentHash hash, byte[] content)
{
    private volatile byte[]? bytes = content;
    private volatile bool asked;

    public ContentHash Hash => hash;

    /// <summary>The bytes; null once it has given way.</summary>
    public byte[]? Ask()
    {
        // Read first: a write on every request would have the processors pass this line to and fro.
        if (!asked) asked = true;
        return bytes;
    }

    /// <summary>Whether anybody asked since the last look.</summary>
    public bool WasAsked()
    {
        var was = asked;
        asked = false;
        return was;
    }

    /// <returns>How many bytes it has let go.</returns>
    public int GiveWay()
    {
        var length = bytes?.Length ?? 0;
        bytes = null;
        return length;
    }
}
