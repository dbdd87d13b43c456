namespace ResultsGrid.Silo;

/// <summary>How this process serves.</summary>
/// <param name="Data">The folder that a demonstration tells its secrets in; nothing else is kept there.</param>
/// <param name="Urls">Where to listen; several are separated by semicolons.</param>
/// <param name="DemonstrationReleaseIn">How far ahead the demonstration's embargoed series opens; null: no demonstration.</param>
/// <param name="WorkThreads">Threads for loads, awards and publications; null: all cores but one.</param>
public sealed record SiloSettings(string Data, string Urls, TimeSpan? DemonstrationReleaseIn, int? WorkThreads = null);
