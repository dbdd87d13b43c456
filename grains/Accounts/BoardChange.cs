using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A change of an operator's account that waits for a second operator.</summary>
/// <param name="Number">1, 2, ...; 0 until it is proposed.</param>
/// <param name="FullName">Of a new operator.</param>
/// <param name="Revision">Of the board's accounts when it was proposed.</param>
[GenerateSerializer, Immutable, Alias("BoardChange")]
public sealed record BoardChange(
    [property: Id(0)] int Number,
    [property: Id(1)] BoardChangeKind Kind,
    [property: Id(2)] UserName User,
    [property: Id(3)] string? FullName,
    [property: Id(4)] UserName By,
    [property: Id(5)] DateTimeOffset At,
    [property: Id(6)] int Revision) : StoredRecord
{
    /// <summary>The first half of the password that comes of it. The proposer has it; the approver is shown the other half, which is stored nowhere.</summary>
    [Id(7)]
    public string? PasswordPart { get; init; }

    /// <summary>Without the half of a password: what is late or lost on the way is logged as text.</summary>
    public override string ToString() => $"{Kind} {User}, proposed by {By}";
}
