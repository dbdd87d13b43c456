namespace ResultsGrid.Grains.Results;

public enum WithdrawOutcome
{
    Withdrawn,
    WasWithdrawn,
    UnknownDocument,
}
