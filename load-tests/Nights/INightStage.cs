using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>What runs a night's clients, all at once: each waits for its own moments by itself.</summary>
public interface INightStage
{
    /// <summary>What it needs before the first client may be due.</summary>
    TimeSpan StartUp { get; }

    /// <summary>Returns when every client has gone home.</summary>
    /// <param name="play">Plays one client, and tells the witness of its requests.</param>
    Task Play(IReadOnlyList<NightClient> clients, Func<NightClient, IRequestWitness?, Task> play);
}
