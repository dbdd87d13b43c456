namespace ResultsGrid.LoadTests.National;

/// <summary>How long one pure step took for a whole series.</summary>
/// <param name="Processor">Of all threads of this process.</param>
public sealed record RenderingRate(string Step, TimeSpan Wall, TimeSpan Processor, long Documents, long Bytes);
