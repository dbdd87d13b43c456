using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Nights.Figures;

/// <summary>What a night came to.</summary>
/// <param name="Served">When each centre first had everything, from the release on, soonest first; centres that never had are missing.</param>
/// <param name="Fetches">Completed, of documents.</param>
/// <param name="KeysRefused">How often clients with keys were told to come again.</param>
/// <param name="PeopleRefused">How often people were, sign-ins apart.</param>
/// <param name="Samples">Empty where the service is not ours.</param>
public sealed record NightFigures(
    Night Night, Uri Address, int Centres, int Keys, int People, IReadOnlyList<TimeSpan> Served, int Fetches, int KeysRefused, int PeopleRefused, IReadOnlyList<ProcessSample> Samples)
{
    public bool Holds => Night.Findings.AreNone;

    /// <summary>From the release until the last centre had everything.</summary>
    public TimeSpan Wall => Served.Count == 0 ? TimeSpan.Zero : Served[^1];

    /// <summary>When half the centres had everything.</summary>
    public TimeSpan Median => Served.Count == 0 ? TimeSpan.Zero : Served[(Served.Count - 1) / 2];

    public static NightFigures Of(Night night, NightTarget target, IReadOnlyList<NightClient> clients, IReadOnlyList<ProcessSample> samples)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new NightFigures(
            night, target.Address, clients.Select(client => client.Plan.Centre).Distinct().Count(), target.Keys.Count, target.People.Count,
            [.. clients.Where(client => client.CompleteAt is not null).GroupBy(client => client.Plan.Centre).Select(centre => centre.Min(client => client.CompleteAt!.Value)).Order()],
            clients.Sum(client => client.Fetches?.Completed ?? 0),
            clients.Where(client => client.Plan.SignIn is null).Sum(client => client.Refusals),
            clients.Where(client => client.Plan.SignIn is not null).Sum(client => client.Refusals),
            samples);
    }
}
