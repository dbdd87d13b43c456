using ResultsGrid.Grains.Accounts;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>Every shelf that there may be accounts on: the board's, and those of the centres of any series.</summary>
/// <remarks>A made-up prefix is refused here; no grain is woken for it.</remarks>
public sealed class CentreDirectory(IEnumerable<string> centres)
{
    private readonly HashSet<string> shelves = [Shelf.Board.ToString(), .. centres];

    public IEnumerable<string> Shelves => shelves;

    public bool Has(ReadOnlySpan<char> shelf) => shelves.GetAlternateLookup<ReadOnlySpan<char>>().Contains(shelf);
}
