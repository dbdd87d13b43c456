namespace ResultsGrid.Tests.Azure;

/// <summary>The tests that share one Azurite, each in a container of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
