using ResultsGrid.Grains.Accounts;

namespace ResultsGrid.Gateway.Accounts;

/// <param name="User">The operator's name behind 'board.', for example anna.</param>
/// <param name="Name">The person's name; of a new operator.</param>
public sealed record NewBoardChange(BoardChangeKind? Kind, string User, string? Name);
