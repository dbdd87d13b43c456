using System.Threading.Channels;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure.Epochs;
using ResultsGrid.Tests.Azure;

namespace ResultsGrid.Tests.Epochs;

/// <summary>Nodes that run by the machine's clock over one real log; the model has the schedules.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class EpochFollowerTests(Azurite azurite) : IAsyncLifetime, IDisposable
{
    private const string Key = "6B26/10101";

    private readonly BlobContainerClient container = azurite.NewContainer();
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose() => stop.Dispose();

    [Fact]
    public async Task What_one_node_announces_another_drops_twice_and_its_second_activation_is_abandoned()
    {
        var (writer, reader) = (NewNode(), NewNode());
        var told = Channel.CreateUnbounded<string>();
        writer.Subscribe<TallyState>(_ => { });
        reader.Subscribe<TallyState>(key => told.Writer.TryWrite(key));
        // What a node finds at its first look counts as missed, and ends what is active: both are past it when they have announced.
        await writer.Announce<TallyState>("first");
        await reader.Announce<TallyState>("second");
        var (own, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var active = writer.Activate<TallyState>(Key, own.SetResult);
        using var activeToo = reader.Activate<TallyState>(Key, second.SetResult);

        await writer.Announce<TallyState>(Key);
        await second.Task;

        Assert.False(own.Task.IsCompleted);
        var heard = new List<string>();
        while (heard.Count(key => key == Key) < 2) heard.Add(await told.Reader.ReadAsync());
    }

    [Fact]
    public async Task Many_announcements_at_once_take_few_writes()
    {
        const int Announcements = 500;
        var node = NewNode();
        node.Subscribe<TallyState>(_ => { });
        await Task.WhenAll(Enumerable.Range(0, Announcements).Select(number => node.Announce<TallyState>($"{number}")));
        var record = (await new BlobEpochLog(container).Read(known: null, CancellationToken.None))!.Record;
        Assert.Equal(Announcements, record.Announcements.Select(one => one.Key).Distinct().Count());
        Assert.Equal(Announcements + 1, record.Epoch);
    }

    [Fact]
    public async Task Nodes_that_announce_at_once_lose_nothing_of_each_other()
    {
        const int Announcements = 40;
        var nodes = Enumerable.Range(0, 3).Select(_ => NewNode()).ToList();
        await Task.WhenAll(nodes.Select((node, at) => Task.Run(async () =>
        {
            node.Subscribe<TallyState>(_ => { });
            for (var number = 0; number < Announcements; number++) await node.Announce<TallyState>($"{at}/{number}");
        })));
        var record = (await new BlobEpochLog(container).Read(known: null, CancellationToken.None))!.Record;
        Assert.Equal(nodes.Count * Announcements, record.Announcements.Select(one => one.Key).Distinct().Count());
    }

    [Fact]
    public async Task What_could_not_be_announced_for_sure_is_refused_and_announced_later()
    {
        var healthy = NewNode();
        healthy.Subscribe<TallyState>(_ => { });
        await healthy.Announce<TallyState>("before");

        using var failing = new UnreliableStorage(request => request.Method == HttpMethod.Put, faults: 1);
        var node = NewNode(failing);
        node.Subscribe<TallyState>(_ => { });
        await Assert.ThrowsAsync<StorageUnavailableException>(() => node.Announce<TallyState>(Key));
        await node.Announce<TallyState>("another");

        var record = (await new BlobEpochLog(container).Read(known: null, CancellationToken.None))!.Record;
        Assert.Equal(["6B26/10101", "another", "before"], record.Announcements.Select(one => one.Key).Distinct().Order());
    }

    [Fact]
    public async Task A_state_that_no_gateway_keeps_is_not_announced()
    {
        var node = NewNode();
        await node.Announce<TallyState>(Key);
        node.Subscribe<TallyState>(_ => { });
        await node.Announce<TallyState>("10101");
        var record = (await new BlobEpochLog(container).Read(known: null, CancellationToken.None))!.Record;
        Assert.Equal("10101", Assert.Single(record.Announcements).Key);
    }

    private ResultsGrid.Storage.Azure.Epochs.Epochs NewNode(HttpMessageHandler? network = null)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        if (network is not null) options.Transport = new HttpClientTransport(network);
        var epochs = new ResultsGrid.Storage.Azure.Epochs.Epochs(TimeProvider.System);
        var log = new BlobEpochLog(new BlobContainerClient(azurite.ConnectionString, container.Name, options));
        running.Add(new EpochFollower(epochs, log, new Patient(), NullLogger<EpochFollower>.Instance).Run(stop.Token));
        return epochs;
    }

    /// <summary>The machine's clock, but for an append's longest time: on a machine that stands still for as long, these are tests of the log and not of that.</summary>
    private sealed class Patient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, dueTime < EpochTimes.AppendTimeout ? dueTime : Timeout.InfiniteTimeSpan, period);
    }
}
