namespace ResultsGrid.Grains.Accounts;

/// <summary>What two operators do to the account of an operator.</summary>
[GenerateSerializer, Alias("BoardChangeKind")]
public enum BoardChangeKind
{
    Add,
    ResetPassword,
    Unlock,
    Disable,
    Enable,
    Remove,
}
