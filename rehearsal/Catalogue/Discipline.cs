namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>Subjects of which a candidate takes one at most, such as AS and A Level Accounting.</summary>
internal sealed record Discipline(Stage Stage, params IReadOnlyList<Subject> Variants);
