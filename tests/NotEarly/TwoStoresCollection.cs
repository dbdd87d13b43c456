namespace ResultsGrid.Tests.NotEarly;

/// <summary>The stores are made once; each test has copies of them.</summary>
[CollectionDefinition(Name)]
public sealed class TwoStoresCollection : ICollectionFixture<TwoStores>
{
    public const string Name = "two stores";
}
