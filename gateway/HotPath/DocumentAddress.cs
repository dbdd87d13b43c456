namespace ResultsGrid.Gateway.HotPath;

/// <summary>The parts of /api/v1/centres/10101/series/6B26/documents/results-file.</summary>
internal readonly ref struct DocumentAddress
{
    private const string BeforeCentre = "/api/v1/centres/";
    private const string BeforeSeries = "/series/";
    private const string BeforeId = "/documents/";
    private const int CentreChars = 5;
    private const int SeriesChars = 4;
    private const int CentreAt = 16;
    private const int SeriesAt = CentreAt + CentreChars + 8;
    private const int IdAt = SeriesAt + SeriesChars + 11;

    private DocumentAddress(ReadOnlySpan<char> path)
    {
        Centre = path.Slice(CentreAt, CentreChars);
        Series = path.Slice(SeriesAt, SeriesChars);
        Id = path[IdAt..];
    }

    public ReadOnlySpan<char> Centre { get; }

    public ReadOnlySpan<char> Series { get; }

    public ReadOnlySpan<char> Id { get; }

    /// <summary>False for every other address, and for this one written in another way (capitals, a slash at the end).</summary>
    public static bool TryRead(ReadOnlySpan<char> path, out DocumentAddress address)
    {
        var matches = path.Length > IdAt
            && path.StartsWith(BeforeCentre, StringComparison.Ordinal)
            && path[(CentreAt + CentreChars)..].StartsWith(BeforeSeries, StringComparison.Ordinal)
            && path[(SeriesAt + SeriesChars)..].StartsWith(BeforeId, StringComparison.Ordinal);
        address = matches ? new DocumentAddress(path) : default;
        return matches;
    }
}
