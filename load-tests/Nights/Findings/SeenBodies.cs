using System.Collections.Concurrent;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>Which centre each body was sent to: no two centres ever get the same bytes, since every document names its centre.</summary>
public sealed class SeenBodies
{
    private readonly ConcurrentDictionary<string, CentreNumber> owners = new();

    /// <param name="hash">Of the body as sent.</param>
    public void See(string hash, CentreNumber centre, string where, NightFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var owner = owners.GetOrAdd(hash, centre);
        findings.Expect(owner == centre, Check.OwnCentreOnly, where, $"a body of centre {centre} alone", $"the bytes that centre {owner} got too, SHA-256 {hash}");
    }
}
