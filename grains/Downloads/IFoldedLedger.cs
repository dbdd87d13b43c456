namespace ResultsGrid.Grains.Downloads;

/// <summary>A ledger as its host sees it: it is brought into the Results grains behind the requests.</summary>
public interface IFoldedLedger : IDownloadLedger
{
    /// <summary>Folds what others left that write no more. What fails is logged and stays for the next time.</summary>
    /// <returns>Whether nothing failed.</returns>
    Task<bool> FoldLeft(CancellationToken cancellation);

    /// <summary>Folds in rounds until cancelled.</summary>
    Task FoldInRounds(TimeProvider clock, CancellationToken cancellation);

    /// <summary>Folds everything recorded so far; what fails is logged and stays in the ledger.</summary>
    /// <returns>Whether nothing failed.</returns>
    Task<bool> FoldAll(CancellationToken cancellation);
}
