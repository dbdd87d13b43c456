namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>One thing wrong with a file, said so that its sender can mend it.</summary>
/// <param name="File">The file's name in the package.</param>
/// <param name="Line">1 for the header line; null where the whole file is meant.</param>
/// <param name="Field">The column or property.</param>
/// <param name="Value">What stood there, cut to a bounded length; what can't be seen stands as its code point, [U+00A0].</param>
/// <param name="Reason">Why it can't be taken, and what would be.</param>
public sealed record Fault(string File, int? Line, string? Field, string? Value, string Reason);
