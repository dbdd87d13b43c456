namespace ResultsGrid.Tests.Oracle;

/// <summary>The rows of one candidate.</summary>
public sealed class Work
{
    public bool HasTwoUcis { get; init; }

    public List<string> UnitEntries { get; } = [];

    public List<Dictionary<string, string>> Certifications { get; } = [];

    public Dictionary<string, (string Status, int? Raw)> Marks { get; } = [];

    public List<Dictionary<string, string>> Earlier { get; } = [];

    public Dictionary<string, int> Allowances { get; } = [];

    public List<Dictionary<string, string>> AbsentUnits { get; } = [];
}
