namespace ResultsGrid.Exchange.Zip;

/// <summary>One file of a ZIP.</summary>
/// <param name="FileName">Exactly as it will be unpacked; a name, never a path, unless it is a part.</param>
public sealed record ZippedFile(string FileName, ReadOnlyMemory<byte> Content, ZipMethod Method = ZipMethod.Stored)
{
    /// <summary>A part of a package such as a spreadsheet, whose name is a path by its format and which nobody unpacks.</summary>
    internal bool IsPart { get; init; }
}
