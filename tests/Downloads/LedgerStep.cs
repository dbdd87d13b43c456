namespace ResultsGrid.Tests.Downloads;

/// <param name="Centre">0 to 2.</param>
/// <param name="User">0 to 2.</param>
public sealed record LedgerStep(LedgerDeed Deed, int Centre, int User);
