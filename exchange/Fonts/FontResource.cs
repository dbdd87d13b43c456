namespace ResultsGrid.Exchange.Fonts;

/// <summary>The files beside this one, which the assembly carries.</summary>
internal static class FontResource
{
    public static byte[] Read(string fileName)
    {
        using var resource = Open(fileName);
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The words of each line.</summary>
    public static IEnumerable<string[]> ReadLines(string fileName)
    {
        using var lines = new StreamReader(Open(fileName));
        while (lines.ReadLine() is { } line) yield return line.Split(' ');
    }

    private static Stream Open(string fileName)
        => typeof(FontResource).Assembly.GetManifestResourceStream($"ResultsGrid.Exchange.Fonts.{fileName}")
            ?? throw new InvalidOperationException($"The assembly was built without its resource {fileName}.");
}
