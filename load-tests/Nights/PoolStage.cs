using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>Plays the clients as tasks of the thread pool.</summary>
public sealed class PoolStage : INightStage
{
    public TimeSpan StartUp { get; } = TimeSpan.FromSeconds(1);

    public Task Play(IReadOnlyList<NightClient> clients, Func<NightClient, IRequestWitness?, Task> play) => Task.WhenAll(clients.Select(client => Task.Run(() => play(client, null))));
}
