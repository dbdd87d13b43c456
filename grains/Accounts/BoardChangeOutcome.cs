namespace ResultsGrid.Grains.Accounts;

/// <summary>What became of a proposed or approved change.</summary>
/// <param name="Change">As it is stored, where it is <see cref="BoardChangeAnswer.Done"/>.</param>
[GenerateSerializer, Immutable, Alias("BoardChangeOutcome")]
public sealed record BoardChangeOutcome([property: Id(0)] BoardChangeAnswer Answer, [property: Id(1)] BoardChange? Change);

[GenerateSerializer, Alias("BoardChangeAnswer")]
public enum BoardChangeAnswer
{
    Done,

    /// <summary>There is no such change, or no such operator.</summary>
    Unknown,

    /// <summary>There is an operator of that name already.</summary>
    Exists,

    /// <summary>The board has as many operators, or as many changes wait, as there may be.</summary>
    Full,

    /// <summary>Fewer than two operators would be left.</summary>
    TooFew,

    /// <summary>Whoever proposed may not approve.</summary>
    SamePerson,

    /// <summary>The account of the proposer or of the approver is new, was enabled or was given another password since the proposal.</summary>
    AccountChanged,
}
