namespace ResultsGrid.Exchange.Xml;

/// <summary>An XML results file ready to be stored.</summary>
/// <param name="FileName">To be served exactly so: systems refuse a renamed file.</param>
public sealed record XmlDocumentFile(string FileName, byte[] Bytes);
