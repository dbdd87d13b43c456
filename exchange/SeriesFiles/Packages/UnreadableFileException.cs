namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>Thrown under a reader that pulls from a file's stream, to stop it; the message is the fault's reason. It never leaves the package's reading.</summary>
internal sealed class UnreadableFileException(string reason) : Exception(reason);
