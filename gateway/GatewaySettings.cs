namespace ResultsGrid.Gateway;

/// <summary>How this process serves.</summary>
/// <param name="Data">The folder of the embedded store.</param>
/// <param name="Urls">Where to listen; several are separated by semicolons.</param>
/// <param name="RoundTripContracts">Sends every grain call through the contracts' JSON, as a cluster would: for tests.</param>
/// <param name="WorkThreads">Threads for loads, awards and publications; null: all cores but one.</param>
/// <param name="DemonstrationReleaseIn">How far ahead the demonstration's embargoed series opens; null: no demonstration.</param>
public sealed record GatewaySettings(string Data, string Urls, TimeSpan? DemonstrationReleaseIn, int? WorkThreads = null, bool RoundTripContracts = false);
