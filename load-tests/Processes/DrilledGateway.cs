using System.Globalization;

namespace ResultsGrid.LoadTests.Processes;

/// <summary>How the gateway is set up otherwise for a drill; null leaves it as it is.</summary>
/// <param name="MaxInside">Requests worked on at once. With it they wait a tenth as long as they always do.</param>
/// <param name="LedgerDelay">Added to each download's entry: with the first it caps what the gateway serves.</param>
/// <param name="PasswordRounds">Fewer make small drills short.</param>
/// <param name="MaxWaitingSignIns">Fewer fill sooner.</param>
public sealed record DrilledGateway(int? MaxInside = null, TimeSpan? LedgerDelay = null, int? PasswordRounds = null, int? MaxWaitingSignIns = null)
{
    public const string CommandName = "serve-drilled";

    public const string AnyPort = "http://127.0.0.1:0";

    /// <summary>Starts it on a folder, as a process of its own.</summary>
    /// <param name="urls">Where to listen; the first is its address.</param>
    public Task<GatewayProcess> Start(string data, string urls, IReadOnlyDictionary<string, string>? environment) => GatewayProcess.StartDrilled(
        [CommandName, data, urls, $"{MaxInside ?? 0}", string.Create(CultureInfo.InvariantCulture, $"{LedgerDelay?.TotalMilliseconds ?? 0}"), $"{PasswordRounds ?? 0}", $"{MaxWaitingSignIns ?? 0}"],
        environment ?? new Dictionary<string, string>());
}
