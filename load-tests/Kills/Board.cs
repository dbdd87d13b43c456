namespace ResultsGrid.LoadTests.Kills;

/// <summary>The tokens of the board's two operators. Signed in once: sessions outlive the process.</summary>
public sealed record Board(string Anna, string Ben);
