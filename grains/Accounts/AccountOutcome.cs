namespace ResultsGrid.Grains.Accounts;

/// <summary>What became of a change to a shelf's accounts.</summary>
[GenerateSerializer, Alias("AccountOutcome")]
public enum AccountOutcome
{
    Done,

    /// <summary>There is a user of that name, or a key of that id, already.</summary>
    Exists,

    /// <summary>There is none.</summary>
    Unknown,

    /// <summary>The shelf holds as many as it may.</summary>
    Full,

    /// <summary>The board disabled the user, and only the board enables them.</summary>
    OfTheBoard,
}
