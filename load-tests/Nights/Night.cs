using ResultsGrid.Awarding.Codes;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Figures;
using ResultsGrid.LoadTests.Nights.Findings;
using ResultsGrid.LoadTests.Nights.Plans;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>What all clients of a night share.</summary>
/// <param name="IsReleased">The series was out before: there is nothing to be early about.</param>
public sealed record Night(WireAddress Address, SeriesCode Series, NightWish Wish, NightClock Clock, bool IsReleased)
{
    /// <summary>Whoever is not served after so many tries gives up.</summary>
    public const int MaxTries = 6;

    /// <summary>Long enough for a sign-in to wait behind all the others: hashing a password takes a third of a second.</summary>
    public static readonly WireLimits Limits = WireLimits.Default with { Patience = TimeSpan.FromMinutes(2) };

    public NightMeter Meter { get; } = new();

    public NightFindings Findings { get; } = new();

    public SeenBodies Bodies { get; } = new();
}
