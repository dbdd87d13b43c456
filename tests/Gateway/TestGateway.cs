using System.Net.Http.Headers;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Gateway.WarmUp;
using ResultsGrid.Gateway.Work;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Work;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Gateway;

/// <summary>The real service: Kestrel on a free loopback port, SQLite and documents in a folder, a clock of the test's own. Or two such nodes: <see cref="HostedOn"/>.</summary>
/// <remarks>Its workers don't run by themselves: <see cref="Work"/> does what waits, so no test waits for a thread.</remarks>
public sealed class TestGateway : IAsyncDisposable
{
    private readonly TestedHost host;
    private readonly bool ownsFolder;

    private TestGateway(TestedHost host, HostedOn on, FakeClock clock, string folder, bool ownsFolder)
    {
        (this.host, On, Clock, Folder, this.ownsFolder) = (host, on, clock, folder, ownsFolder);
        Nodes = [.. host.Nodes.Select(node => node.Services)];
        Balancer = new Balancer([.. host.Nodes.Select(node => new Uri(node.Urls.First()))]);
    }

    public HostedOn On { get; }

    public FakeClock Clock { get; }

    public string Folder { get; }

    /// <summary>Of one node.</summary>
    public Uri Address => new(host.Nodes[0].Urls.First());

    public Balancer Balancer { get; }

    /// <summary>Each node's services.</summary>
    public IReadOnlyList<IServiceProvider> Nodes { get; }

    /// <summary>One node's services.</summary>
    public IServiceProvider Services => Nodes[0];

    /// <param name="folder">An existing store; without one, a new and empty one that goes with the gateway.</param>
    public static async Task<TestGateway> Start(FakeClock? clock = null, string? folder = null, Action<WebApplicationBuilder>? adjust = null, HostedOn on = HostedOn.OneNode)
    {
        clock ??= new FakeClock();
        var path = folder ?? Directory.CreateTempSubdirectory("resultsgrid-").FullName;
        var host = await TestedHost.Start(on, clock, path, builder =>
        {
            builder.Services.Configure<SignInOptions>(options => options.PasswordRounds = 1_000);
            foreach (var background in new[] { typeof(SeriesWorkers), typeof(PrimerWatch) })
                builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == background));
            adjust?.Invoke(builder);
        });
        return new TestGateway(host, on, clock, path, ownsFolder: folder is null);
    }

    /// <summary>Does all waiting work, the nodes in turn.</summary>
    public async Task Work()
    {
        var works = Nodes.Select(node => node.GetRequiredService<SeriesWork>()).ToList();
        for (var turn = 0; await works[turn % works.Count].DoNext("test", CancellationToken.None); turn++)
        {
        }
    }

    /// <summary>Waits until every node shows what was changed past the API, which waits for that by itself.</summary>
    public async Task ShownEverywhere() => await Services.GetRequiredService<IServingLease>().ShownEverywhere(CancellationToken.None);

    /// <summary>How many of the service's grains are in memory.</summary>
    public async Task<int> ActiveGrains()
    {
        var statistics = await Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return statistics.Where(one => one.GrainType.Contains("ResultsGrid", StringComparison.Ordinal)).Sum(one => one.ActivationCount);
    }

    /// <summary>A new operator, signed in.</summary>
    public async Task<OperatorClient> Operator(string name)
    {
        var user = UserName.Parse($"board.{name}");
        var (_, password) = await Services.GetRequiredService<AccountKeeper>().AddUser(user, name, [Role.BoardOperator]);
        await ShownEverywhere();
        return await OperatorClient.SignIn(Client(), new Credentials(user.ToString(), password), CancellationToken.None);
    }

    /// <summary>A client that sends an access key of a centre, or a token.</summary>
    public HttpClient Client(string? secret = null)
    {
        // Nothing is decompressed on the way: tests see the bytes that were sent.
        var http = new HttpClient(new BalancedRequests(Balancer, new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = new Uri(Address, "/api/v1/") };
        if (secret is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    /// <summary>A client with a new access key of a role.</summary>
    public async Task<HttpClient> Key(CentreNumber centre, Role role)
    {
        var (_, _, secret) = await Services.GetRequiredService<AccountKeeper>().AddKey(Shelf.Of(centre), "test", role);
        await ShownEverywhere();
        return Client(secret);
    }

    /// <summary>Loads, awards, approves and publishes a package through the API.</summary>
    public async Task Publish(byte[] package)
    {
        using var proposer = await Operator("proposer");
        using var approver = await Operator("approver");
        var load = await Ended(proposer, await proposer.Load(package, CancellationToken.None));
        await Ended(proposer, await proposer.Award(load.Series, CancellationToken.None));
        await approver.Approve(load.Series, CancellationToken.None);
        await Ended(proposer, await proposer.Publish(load.Series, CancellationToken.None));
    }

    /// <summary>Does the work of a job and sees that it ended well.</summary>
    public async Task<ShownJob> Ended(OperatorClient client, ShownJob job)
    {
        ArgumentNullException.ThrowIfNull(client);
        await Work();
        var last = job;
        await client.Follow(job, seen => last = seen, CancellationToken.None);
        return last;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
