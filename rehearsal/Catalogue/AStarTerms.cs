namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>The A* columns of qualifications.csv.</summary>
/// <param name="Units">Separated by spaces; blank: the A2 units.</param>
internal sealed record AStarTerms(int OverallUms, int Ums, string Units = "", int? BestOf = null);
