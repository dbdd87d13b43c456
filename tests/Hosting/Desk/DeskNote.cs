using System.Text.Json.Serialization;

namespace ResultsGrid.Tests.Hosting.Desk;

/// <summary>A contract with cases, as the outcomes of grains are; stored too.</summary>
[GenerateSerializer, Immutable, Alias("DeskNote")]
[JsonDerivedType(typeof(Counted), "counted")]
[JsonDerivedType(typeof(Remark), "remark")]
public abstract record DeskNote
{
    [GenerateSerializer, Immutable, Alias("DeskNote.Counted")]
    public sealed record Counted([property: Id(0)] int Entries, [property: Id(1)] ImmutableArray<DateOnly> Days) : DeskNote;

    [GenerateSerializer, Immutable, Alias("DeskNote.Remark")]
    public sealed record Remark([property: Id(0)] string Text) : DeskNote;
}
