namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>A file in a ZIP, as the ZIP's directory lists it.</summary>
/// <param name="HeaderOffset">Where its local header stands.</param>
/// <param name="DataOffset">Where its packed bytes begin; 0 until the local header was read.</param>
internal sealed record ZipEntry(
    string Name, ushort Flags, ushort Method, uint Crc32, long PackedBytes, long UnpackedBytes, long HeaderOffset, long DataOffset = 0)
{
    public const ushort Stored = 0;
    public const ushort Deflated = 8;

    // Bit 0: encrypted; 6: strong encryption; 13: the directory is encrypted too.
    private const ushort EncryptionFlags = 1 | (1 << 6) | (1 << 13);

    public bool IsEncrypted => (Flags & EncryptionFlags) != 0;

    /// <summary>Why it can't be taken, or null.</summary>
    public string? WhyNot()
        => Name.Contains('\\') || Name.Contains('/') || Name.Contains(':') || Name is "" or "." or ".." ? "is not a plain file name: files lie at the top of the ZIP, not in folders or above it"
        : IsEncrypted ? "is encrypted"
        : Method is not (Stored or Deflated) ? $"is compressed by method {Method}; stored (0) and deflated (8) can be read"
        : Method == Stored && PackedBytes != UnpackedBytes ? "is damaged: it is stored, but its two sizes differ"
        : null;
}
