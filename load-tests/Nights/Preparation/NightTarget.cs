using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Nights.Preparation;

/// <summary>A service with a published series, and who gets in.</summary>
/// <param name="Keys">Of the management systems.</param>
/// <param name="People">With passwords, whose role reads from the restricted release.</param>
/// <param name="Operators">Two, or none where nobody may move the release.</param>
/// <param name="Process">Null where the service is not ours.</param>
public sealed record NightTarget(
    Uri Address, SeriesCode Series, IReadOnlyList<NightAccess> Keys, IReadOnlyList<NightAccess> People, IReadOnlyList<Credentials> Operators, GatewayProcess? Process)
    : IDisposable
{
    public void Dispose() => Process?.Dispose();
}
