using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Gateway.Telemetry;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.HotPath;

/// <summary>Whatever is not on the short way leaves the threads that read the sockets, and stays away from them.</summary>
public sealed class SocketThreadsTests
{
    [Fact]
    public async Task A_request_works_on_the_thread_pool_before_and_after_it_waited_whichever_thread_completes_what_it_waited_for()
    {
        List<bool> onThePool = [];
        var (waits, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.UseThreadPool();
        app.Run(async _ =>
        {
            onThePool.Add(Thread.CurrentThread.IsThreadPoolThread);
            answered.SetResult();
            await waits.Task;
            onThePool.Add(Thread.CurrentThread.IsThreadPoolThread);
            // What others wrote, and goes on wherever it is completed.
            await Task.Yield();
            onThePool.Add(Thread.CurrentThread.IsThreadPoolThread);
        });
        var pipeline = ((IApplicationBuilder)app).Build();

        var request = await OnAThreadOfItsOwn(() => pipeline(new DefaultHttpContext()));
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await OnAThreadOfItsOwn(() =>
        {
            waits.SetResult();
            return Task.CompletedTask;
        });
        await request.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([true, true, true], onThePool);
    }

    [Fact]
    public async Task A_request_leaves_nothing_on_the_threads_that_it_was_worked_on()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.UseThreadPool();
        app.Run(_ => Task.CompletedTask);
        var pipeline = ((IApplicationBuilder)app).Build();

        var left = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            await pipeline(new DefaultHttpContext()).ConfigureAwait(false);
            return await Task.Run(() => SynchronizationContext.Current);
        })));

        Assert.All(left, Assert.Null);
    }

    [Fact]
    public async Task A_route_goes_on_on_the_thread_pool_after_its_download_was_recorded()
    {
        var inHand = new LedgerInHand();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var ledger = new DownloadLedger(inHand, new GatewayMeter(services.GetRequiredService<IMeterFactory>()), TimeProvider.System);
        var centre = CentreNumber.Parse("10101");
        var caller = new Caller(Shelf.Of(centre), "10101.key.1", "Key", [Role.CentreAdministrator], User: null, ContentHash.Of([]), ExpiresAt: null);
        var http = new DefaultHttpContext { Request = { Method = HttpMethods.Get }, Response = { Body = new MemoryStream() } };
        ledger.RecordBeforeSending(http, caller, new ServedResults(SeriesCode.Parse("6B26"), centre, latest: null), ["one"]);

        // Away from this test's own context, which would choose the thread.
        var sent = Task.Run(async () =>
        {
            await http.Response.Body.WriteAsync(new byte[1]);
            return Thread.CurrentThread.IsThreadPoolThread;
        });
        await inHand.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await OnAThreadOfItsOwn(() =>
        {
            inHand.Durable.SetResult();
            return Task.CompletedTask;
        });

        Assert.True(await sent.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_connection_begins_on_the_thread_pool_whichever_thread_took_it()
    {
        var sockets = new SocketsInHand();
        await using var listener = await new PoolDoor(sockets).BindAsync(new IPEndPoint(IPAddress.Loopback, 0));

        var taken = await OnWhichThread(async () => await listener.AcceptAsync().ConfigureAwait(false));
        await OnAThreadOfItsOwn(() =>
        {
            sockets.Taken.SetResult(null);
            return Task.CompletedTask;
        });

        Assert.True(await taken.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_connection_ends_on_the_thread_pool_whichever_thread_heard_that_its_client_left()
    {
        var served = new TaskCompletionSource();
        var server = new KestrelServerOptions();
        ServerLimits.Apply(server);
        ConnectionDelegate? serve = null;
        server.ListenAnyIP(0, endpoint => serve = endpoint.Use(_ => _ => served.Task).Build());

        var ended = await OnWhichThread(async () => await serve!(new DefaultConnectionContext()).ConfigureAwait(false));
        await OnAThreadOfItsOwn(() =>
        {
            served.SetResult();
            return Task.CompletedTask;
        });

        Assert.True(await ended.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task The_server_takes_its_connections_so()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddResultsGridServer("http://127.0.0.1:0");
        await using var app = builder.Build();

        // The server asks the last one first.
        Assert.IsType<PoolDoor>(app.Services.GetServices<IConnectionListenerFactory>().Last());
    }

    /// <summary>Begun, and whether what follows goes on on the thread pool: away from this test's own context, which would choose the thread.</summary>
    private static Task<Task<bool>> OnWhichThread(Func<Task> awaited)
    {
        return Task.Factory.StartNew(Seen, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);

        async Task<bool> Seen()
        {
            await awaited().ConfigureAwait(false);
            return Thread.CurrentThread.IsThreadPoolThread;
        }
    }

    /// <summary>As a socket's thread would: it does not wait for what it began.</summary>
    private static async Task<Task> OnAThreadOfItsOwn(Func<Task> work)
    {
        var begun = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => begun.SetResult(work())) { IsBackground = true }.Start();
        return await begun.Task;
    }

    private sealed class SocketsInHand : IConnectionListenerFactory, IConnectionListener
    {
        /// <summary>Whoever completes it runs what waits, as a socket's thread does.</summary>
        public TaskCompletionSource<ConnectionContext?> Taken { get; } = new();

        public EndPoint EndPoint { get; } = new IPEndPoint(IPAddress.Loopback, 1);

        public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(this);

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => new(Taken.Task);

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class LedgerInHand : IDownloadLedger
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Whoever completes it runs what waits, as the ledger's thread does.</summary>
        public TaskCompletionSource Durable { get; } = new();

        public ValueTask Record(in Download download)
        {
            Asked.SetResult();
            return new(Durable.Task);
        }

        public Task Settle(SeriesCode series, CentreNumber centre) => Task.CompletedTask;
    }
}
