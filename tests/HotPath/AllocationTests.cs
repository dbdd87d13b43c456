using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks.Sources;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.HotPath;
using ResultsGrid.Gateway.WarmUp;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.HotPath;

/// <summary>What the short way leaves to the garbage collector per request stands in allocations.json: whoever needs more says so there.</summary>
public sealed class AllocationTests : IAsyncLifetime
{
    private const int Requests = 2_000;

    /// <summary>The compiler puts off its work for as long as other tests give it more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WaitingLedger ledger = new();
    private TestGateway gateway = null!;
    private DocumentPath path = null!;
    private Visitor officer = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<IDownloadLedger>(ledger)));
        await gateway.Publish(Packages.Package);
        officer = await new Visitors(gateway).Key(Packages.Centres[0], Role.CentreAdministrator);
        gateway.Clock.Leap(Packages.RestrictedRelease - gateway.Clock.GetUtcNow());
        await gateway.Services.GetRequiredService<Primer>().Run(width: 1, checksTheRest: false, (_, _) => { }, CancellationToken.None);
        path = ActivatorUtilities.CreateInstance<DocumentPath>(gateway.Services, (RequestDelegate)(_ => throw new InvalidOperationException("The request took the long way.")));
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Theory]
    [InlineData("document", 200)]
    [InlineData("unchangedDocument", 304)]
    public void A_request_allocates_no_more_than_is_written_down(string request, int status)
    {
        var allowed = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HotPath", "allocations.json")))![request];
        // The runner's would take what follows an await to another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        // In turn: of one connection alone every few would go on on another thread.
        HttpContext[] connections = [Connection(), Connection()];
        Array.ForEach(connections, Answer);
        if (status == 304) Array.ForEach(connections, http => http.Request.Headers.IfNoneMatch = http.Response.Headers.ETag);

        // Code that the compiler has not made fast yet allocates more: rounds go on until it has, and the least counts.
        var each = long.MaxValue;
        for (var began = TimeProvider.System.GetTimestamp(); each > allowed && TimeProvider.System.GetElapsedTime(began) < Patience;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var number = 0; number < Requests; number++) Answer(connections[number % connections.Length]);
            each = Math.Min(each, (GC.GetAllocatedBytesForCurrentThread() - before) / Requests);
        }

        Assert.Equal(status, connections[0].Response.StatusCode);
        Assert.True(each <= allowed, string.Create(CultureInfo.InvariantCulture, $"{request}: {each} bytes a request, and {allowed} are written down"));
    }

    private DefaultHttpContext Connection()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = $"/api/v1/centres/{Packages.Centres[0]}/series/{Packages.Series}/documents/broadsheet-pdf";
        http.Request.Headers.Authorization = $"Bearer {officer.Secret}";
        http.Request.Headers.AcceptEncoding = "gzip, br";
        return http;
    }

    /// <summary>On this thread from beginning to end: the ledger's answer comes here, too.</summary>
    private void Answer(HttpContext http)
    {
        http.Response.StatusCode = 200;
        var answering = path.InvokeAsync(http);
        ledger.Flush();
        Assert.True(answering.IsCompletedSuccessfully);
    }

    /// <summary>Lets everyone wait, and allocates nothing for it.</summary>
    private sealed class WaitingLedger : IDownloadLedger, IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<bool> durable;
        private bool waits;

        public ValueTask Record(in Download download)
        {
            waits = true;
            return new ValueTask(this, durable.Version);
        }

        public Task Settle(SeriesCode series, CentreNumber centre) => Task.CompletedTask;

        public void Flush()
        {
            if (!waits) return;
            waits = false;
            durable.SetResult(true);
        }

        public void GetResult(short token)
        {
            durable.GetResult(token);
            durable.Reset();
        }

        public ValueTaskSourceStatus GetStatus(short token) => durable.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
            => durable.OnCompleted(continuation, state, token, flags);
    }
}
