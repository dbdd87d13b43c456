namespace ResultsGrid.Exchange.Fonts;

/// <summary>The files beside this one, which the assembly carries.</summary>
internal static class FontResource
{
    public static Stream Open(string fileName)
        => typeof(FontResource).Assembly.GetManifestResourceStream($"ResultsGrid.Exchange.Fonts.{fileName}")
            ?? throw new InvalidOperationException($"The assembly was built without its resource {fileName}.");

    public static byte[] Read(string fileName)
    {
        using var resource = Open(fileName);
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
