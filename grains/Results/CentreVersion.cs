namespace ResultsGrid.Grains.Results;

/// <summary>The version that a centre reads now.</summary>
/// <param name="Withdrawn">Of this version.</param>
public sealed record CentreVersion(PublishedVersion Published, IReadOnlyList<Withdrawal> Withdrawn)
{
    public Withdrawal? WithdrawalOf(string documentId) => Withdrawn.FirstOrDefault(withdrawal => withdrawal.DocumentId == documentId);
}
