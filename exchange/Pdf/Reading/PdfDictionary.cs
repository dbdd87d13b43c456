namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>A dictionary as read. What is asked for must be there, in the type asked for.</summary>
internal sealed class PdfDictionary
{
    private readonly Dictionary<string, object> entries = new(StringComparer.Ordinal);

    /// <summary>How deep dictionaries and arrays of ours nest, and more.</summary>
    public const int MaxDepth = 16;

    public IReadOnlyCollection<KeyValuePair<string, object>> Entries => entries;

    public void Add(string name, object value)
    {
        if (!entries.TryAdd(name, value)) throw new InvalidDataException($"A dictionary has two entries /{name}.");
    }

    public bool Has(string name) => entries.ContainsKey(name);

    /// <exception cref="InvalidDataException">No such entry, or of another type.</exception>
    public T Get<T>(string name) => entries.TryGetValue(name, out var value) && value is T typed
        ? typed
        : throw new InvalidDataException($"A dictionary has no proper entry /{name}.");

    public int Number(string name)
        => Get<double>(name) is var number && number == (int)number ? (int)number : throw new InvalidDataException($"/{name} is no whole number.");

    public void RequireName(string name, string expected)
    {
        if (Get<PdfName>(name).Text != expected) throw new InvalidDataException($"/{name} is not /{expected}.");
    }
}
