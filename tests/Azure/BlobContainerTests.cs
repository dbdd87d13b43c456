using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Azure;

[Collection(AzuriteCollection.Name)]
public sealed class BlobContainerTests(Azurite azurite)
{
    [Fact]
    public async Task A_host_that_starts_has_its_container_and_keeps_documents_there()
    {
        var name = azurite.NewContainer().Name;
        using var host = NewHost(name);
        await host.StartAsync();

        var hash = await host.Services.GetRequiredService<IDocumentStore>().Store(new byte[10]);

        var blobs = new BlobContainerClient(azurite.ConnectionString, name).GetBlobsAsync();
        var names = new List<string>();
        await foreach (var blob in blobs) names.Add(blob.Name);
        // Beside it lies only the log of epochs, which the host begins by itself, sooner or later.
        Assert.Equal([DocumentBlobName.Of(hash)], names.Where(blob => blob != BlobEpochLog.BlobName));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_container_is_there_before_work_is_resumed()
    {
        var container = azurite.NewContainer();
        using var host = NewHost(container.Name, services => services.AddHostedService<ResumedWork>());

        await host.StartAsync();

        Assert.True(await container.ExistsAsync());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_starts_again_over_the_documents_it_stored()
    {
        var name = azurite.NewContainer().Name;
        using var first = NewHost(name);
        await first.StartAsync();
        var hash = await first.Services.GetRequiredService<IDocumentStore>().Store(new byte[10]);
        await first.StopAsync();

        using var second = NewHost(name);
        await second.StartAsync();

        Assert.Equal(new byte[10], await second.Services.GetRequiredService<IDocumentStore>().Read(hash));
        await second.StopAsync();
    }

    [Fact]
    public async Task A_container_open_to_anonymous_readers_stops_the_start()
    {
        var container = azurite.NewContainer();
        await container.CreateAsync(PublicAccessType.Blob);
        using var host = NewHost(container.Name);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("anonymous", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_read_is_the_storages_own()
    {
        var container = azurite.NewContainer();
        await container.CreateAsync();

        var read = await new BlobDocumentStore(container).ReadClock();

        // Azurite runs on this machine, so the two agree but for the seconds that its Date header is rounded to.
        var here = TimeProvider.System.GetUtcNow();
        Assert.InRange(Assert.NotNull(read), here - TimeSpan.FromMinutes(1), here + TimeSpan.FromSeconds(1));
        Assert.Equal(0, read.Value.Millisecond);
    }

    private IHost NewHost(string container, Action<IServiceCollection>? registeredEarlier = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        registeredEarlier?.Invoke(builder.Services);
        builder.Services.AddKeyedSingleton(Clocks.Service, TimeProvider.System);
        new AzureStorage(AzureStorageOptions.WithConnectionString(azurite.ConnectionString, container)).AddServices(builder.Services);
        return builder.Build();
    }

    private sealed class ResumedWork(IDocumentStore documents) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => documents.Store(new byte[10], cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
