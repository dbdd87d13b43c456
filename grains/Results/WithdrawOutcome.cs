namespace ResultsGrid.Grains.Results;

[GenerateSerializer, Alias("WithdrawOutcome")]
public enum WithdrawOutcome
{
    Withdrawn,
    WasWithdrawn,
    UnknownDocument,
}
