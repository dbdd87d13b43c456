namespace ResultsGrid.Tests.Hosting.Desk;

/// <summary>A second state of the same grain.</summary>
public sealed record DeskArchive
{
    public DeskNote? Note { get; init; }
}
