namespace ResultsGrid.Tests.Formats;

/// <summary>Tests that measure time run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UndisturbedCollection
{
    public const string Name = "undisturbed";
}
