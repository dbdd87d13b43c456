namespace ResultsGrid.Tests.Pipeline;

/// <summary>A document as a centre gets it.</summary>
/// <param name="FileName">As Content-Disposition has it.</param>
/// <param name="ListedSha256">As the list has it, and the ETag.</param>
public sealed record DownloadedDocument(string Id, string FileName, string ListedFileName, string ListedSha256, long ListedBytes, byte[] Content);
