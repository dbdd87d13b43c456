using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Sessions;

/// <summary>Wrong passwords in a row for a name that no user has.</summary>
public sealed record StrangersGuesses(UserName Name, int Count) : StoredRecord;
