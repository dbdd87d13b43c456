using ResultsGrid.Awarding.Codes;
using ResultsGrid.LoadTests.Kills.Writers;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>All clients of a drill.</summary>
/// <param name="Series">Also one of <paramref name="All"/>.</param>
internal sealed record DrillWriters(IReadOnlyList<IWriter> All, SeriesWriter Series, Board Board, SeriesCode Downloaded);
