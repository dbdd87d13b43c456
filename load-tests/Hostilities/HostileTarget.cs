using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>Whom it goes against.</summary>
/// <param name="Tls">Null where the server has no certificate.</param>
/// <param name="Documents">Two centres' or more; attackers are the first centre's key holder.</param>
public sealed record HostileTarget(WireAddress Address, WireAddress? Tls, IReadOnlyList<LoadRequest> Documents, TimeProvider Time)
{
    /// <summary>The attacker's own document, as text that can be changed.</summary>
    public string OwnRequest => System.Text.Encoding.Latin1.GetString(Documents[0].Bytes);

    public string OwnPath => OwnRequest.Split(' ')[1];

    /// <summary>Another centre's document: nothing that the attacker writes may get it.</summary>
    public string OthersPath => System.Text.Encoding.Latin1.GetString(Documents[1].Bytes).Split(' ')[1];

    /// <summary>The attacker's Authorization header, a whole line without its end.</summary>
    public string Authorization => OwnRequest.Split("\r\n").Single(line => line.StartsWith("Authorization", StringComparison.Ordinal));
}
