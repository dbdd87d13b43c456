using Azure.Storage.Blobs;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Downloads;

namespace ResultsGrid.Tests.Azure.Downloads;

[Collection(AzuriteCollection.Name)]
public sealed class BlobDownloadServicesTests(Azurite azurite)
{
    private sealed class OnlyNode : ILiveNodes
    {
        public string Own => "only";

        public IReadOnlySet<string> Names { get; } = new HashSet<string> { "only" };
    }

    [Fact]
    public async Task A_host_records_folds_at_its_stop_and_leaves_no_log()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        var grains = new FoldedGrains();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(grains.Factory).AddSingleton<ILiveNodes, OnlyNode>()
            .AddKeyedSingleton<TimeProvider>(Clocks.Service, clock);
        new AzureStorage(AzureStorageOptions.WithConnectionString(azurite.ConnectionString)).AddDownloadLedger(builder.Services);
        builder.Services.AddHostedService<DownloadFolds>();
        using (var host = builder.Build())
        {
            await host.StartAsync();
            await host.Services.GetRequiredService<IDownloadLedger>().Record(FoldedGrains.Download(clock.GetUtcNow(), FoldedGrains.Centres[0], "user"));
            Assert.Null(host.Services.GetRequiredService<IStorageHealth>().Trouble);
            await host.StopAsync();
        }

        Assert.Equal([1], (await grains.Folded()).Values);
        var container = new BlobContainerClient(azurite.ConnectionString, "downloads");
        var left = new List<string>();
        await foreach (var blob in container.GetBlobsAsync()) left.Add(blob.Name);
        Assert.StartsWith("ended/", Assert.Single(left), StringComparison.Ordinal);
    }
}
