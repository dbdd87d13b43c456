namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>Who an invented candidate is.</summary>
/// <param name="Uln">Blank for some.</param>
internal sealed record Person(string FamilyName, string Forenames, DateOnly DateOfBirth, string Uci, string Uln);
