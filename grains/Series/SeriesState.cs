using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>What a series grain keeps beside its running work.</summary>
public sealed record SeriesState : StoredRecord
{
    /// <summary>Null until a load was accepted.</summary>
    public SeriesProfile? Profile { get; init; }

    /// <summary>An award has run since the last load; a centre that it stopped at can't be published.</summary>
    public bool Awarded { get; init; }

    /// <summary>Centres that the last load stopped at. While there are any, no award begins.</summary>
    public ImmutableArray<string> LoadStoppedAt { get; init; } = [];

    public bool Published { get; init; }

    public Approval? Approved { get; init; }

    public Proposal? Proposed { get; init; }

    public int Proposals { get; init; }

    /// <summary>The newest finished jobs.</summary>
    public ImmutableArray<Job> Jobs { get; init; } = [];

    public int JobsBegun { get; init; }
}
