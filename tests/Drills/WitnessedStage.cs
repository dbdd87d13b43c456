using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Nights;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.Tests.Drills;

/// <summary>Plays the clients as the drill itself does, and hears of all their requests.</summary>
internal sealed class WitnessedStage : INightStage, IRequestWitness
{
    private readonly PoolStage pool = new();

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public TimeSpan StartUp => pool.StartUp;

    public Task Play(IReadOnlyList<NightClient> clients, Func<NightClient, IRequestWitness?, Task> play) => pool.Play(clients, (client, _) => play(client, this));

    public Task Saw(SeenRequest request)
    {
        Seen.Enqueue(request);
        return Task.CompletedTask;
    }
}
