using System.Text.Json.Serialization;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;

namespace ResultsGrid.Grains.Results;

/// <summary>What a results grain keeps of publication.</summary>
public sealed record ResultsState
{
    /// <summary>The centre's candidates in this series, in number order.</summary>
    public IReadOnlyList<CandidateNumber> Candidates { get; init; } = [];

    /// <summary>The centre's counts, once awarded.</summary>
    public Tally? Tally { get; init; }

    public IReadOnlyList<PublishedVersion> Versions { get; init; } = [];

    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    [JsonIgnore]
    public PublishedVersion? Latest => Versions.Count == 0 ? null : Versions[^1];
}
