namespace ResultsGrid.Exchange.Edi;

/// <summary>A results file ready to be stored.</summary>
/// <param name="FileName">To be served exactly so: systems refuse a renamed file.</param>
public sealed record EdiDocument(string FileName, byte[] Bytes);
