using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Publication;

/// <summary>A document as rendered, before it is stored.</summary>
public sealed record RenderedDocument(string Id, DocumentKind Kind, string Title, string FileName, string MediaType, byte[] Bytes);
