namespace ResultsGrid.Exchange.Zip;

/// <summary>One file of a ZIP.</summary>
/// <param name="FileName">Exactly as it will be unpacked; a name, never a path.</param>
public sealed record ZippedFile(string FileName, ReadOnlyMemory<byte> Content, ZipMethod Method = ZipMethod.Stored);
