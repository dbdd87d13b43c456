using ResultsGrid.Gateway.SignIn;

namespace ResultsGrid.LoadTests.National;

/// <summary>What a whole series took, from the first byte of its package to the last document.</summary>
/// <param name="Results">Unit, component and qualification results.</param>
/// <param name="StoredDocuments">Files in the document store, compressed copies among them.</param>
/// <param name="Operators">The two that the series has.</param>
public sealed record NightFigures(
    TimeSpan Wall,
    IReadOnlyList<StageFigures> Stages,
    IReadOnlyList<GrowthFigures> Growth,
    int Centres,
    int Candidates,
    int Results,
    int StoredDocuments,
    IReadOnlyList<Credentials> Operators);
