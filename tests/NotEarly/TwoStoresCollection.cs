namespace ResultsGrid.Tests.NotEarly;

/// <summary>The stores are made once; each test has copies of them.</summary>
[CollectionDefinition(Name)]
public sealed class TwoStoresCollection : ICollectionFixture<TwoStores>
{
    public const string Name = "two stores";
}

/// <summary>The same on two nodes each, beside no other tests: leases and time limits go by the machine's clock.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TwoStoresOnAClusterCollection : ICollectionFixture<TwoStoresOnACluster>
{
    public const string Name = "Two stores on a cluster";
}
