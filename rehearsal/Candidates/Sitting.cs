using ResultsGrid.Awarding.Marks;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>One candidate's part in a series: the lines of it that the package files share out.</summary>
internal sealed class Sitting
{
    public List<string> UnitEntries { get; } = [];

    public List<Certification> Certifications { get; } = [];

    public List<Mark> Marks { get; } = [];

    public List<Earlier> EarlierResults { get; } = [];

    public List<Consideration> Considerations { get; } = [];

    public void Clear()
    {
        UnitEntries.Clear();
        Certifications.Clear();
        Marks.Clear();
        EarlierResults.Clear();
        Considerations.Clear();
    }

    /// <summary>A line of certification-entries.csv.</summary>
    public readonly record struct Certification(string Qualification, string Option, string Endorsement);

    /// <summary>A line of marks.csv.</summary>
    public readonly record struct Mark(string Assessment, MarkStatus Status, int? RawMark);

    /// <summary>A line of earlier-results.csv.</summary>
    public readonly record struct Earlier(string Assessment, string Series, int Ums, string Grade);

    /// <summary>A line of special-consideration.csv: an allowance where it has marks, else an absent unit.</summary>
    public readonly record struct Consideration(string Assessment, int? Marks, string Qualification, string Grade);
}
