using System.Text.Json.Serialization;

namespace ResultsGrid.Tests.Hosting.Desk;

/// <summary>A contract with cases, as the outcomes of grains are.</summary>
[JsonDerivedType(typeof(Counted), "counted")]
[JsonDerivedType(typeof(Remark), "remark")]
public abstract record DeskNote
{
    public sealed record Counted(int Entries, IReadOnlyList<DateOnly> Days) : DeskNote;

    public sealed record Remark(string Text) : DeskNote;

    /// <summary>Not declared above: it can't cross.</summary>
    public sealed record Forgotten(string Text) : DeskNote;
}
