namespace ResultsGrid.Tests.BadInput;

/// <param name="Entries">Of its dictionary, without Length.</param>
/// <param name="Content">Expanded.</param>
internal sealed record RawPdfStream(int Number, string Entries, byte[] Content)
{
    public bool Is(string type) => Entries.Contains(type, StringComparison.Ordinal);
}
