using System.Text.Json.Serialization;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <summary>What a results grain keeps of publication.</summary>
public sealed record ResultsState : StoredRecord
{
    /// <summary>The centre's candidates in this series, in number order.</summary>
    public ImmutableArray<CandidateNumber> Candidates { get; init; } = [];

    /// <summary>The centre's counts, once awarded.</summary>
    public Tally? Tally { get; init; }

    public ImmutableArray<PublishedVersion> Versions { get; init; } = [];

    public ImmutableArray<Withdrawal> Withdrawals { get; init; } = [];

    [JsonIgnore]
    public PublishedVersion? Latest => Versions.IsEmpty ? null : Versions[^1];
}
