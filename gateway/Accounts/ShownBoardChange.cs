using ResultsGrid.Grains.Accounts;

namespace ResultsGrid.Gateway.Accounts;

/// <summary>A waiting change of an operator's account, as every operator may see it.</summary>
public sealed record ShownBoardChange(int Number, BoardChangeKind Kind, UserName User, string? Name, UserName By, DateTimeOffset At)
{
    public static ShownBoardChange Of(BoardChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(change.Number, change.Kind, change.User, change.FullName, change.By, change.At);
    }
}
