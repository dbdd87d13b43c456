namespace ResultsGrid.Grains.Results;

/// <summary>The version that a centre reads now.</summary>
/// <param name="Withdrawn">Of this version.</param>
[GenerateSerializer, Immutable, Alias("CentreVersion")]
public sealed record CentreVersion(
    [property: Id(0)] PublishedVersion Published,
    [property: Id(1)] ImmutableArray<Withdrawal> Withdrawn)
{
    public Withdrawal? WithdrawalOf(string documentId) => Withdrawn.FirstOrDefault(withdrawal => withdrawal.DocumentId == documentId);
}
