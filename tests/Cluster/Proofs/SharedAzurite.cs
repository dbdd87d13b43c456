using ResultsGrid.Tests.Azure;

namespace ResultsGrid.Tests.Cluster.Proofs;

/// <summary>One Azurite for all clusters of this process, with which it ends.</summary>
internal static class SharedAzurite
{
    private static readonly Lazy<Task<Azurite>> Started = new(Start);

    public static Task<string> ConnectionString => Connect();

    private static async Task<string> Connect() => (await Started.Value).ConnectionString;

    private static async Task<Azurite> Start()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        return azurite;
    }
}
