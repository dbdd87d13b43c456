using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway;
using ResultsGrid.Gateway.Api.Accounts;
using ResultsGrid.Gateway.Api.Operators;
using ResultsGrid.Gateway.Api.SignIn;
using ResultsGrid.Gateway.Api.WarmUp;
using ResultsGrid.Gateway.Api.Work;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Work;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Gateway;

/// <summary>The real gateway: Kestrel on a free loopback port, SQLite and documents in a folder, a clock of the test's own.</summary>
/// <remarks>Its workers don't run by themselves: <see cref="Work"/> does what waits, so no test waits for a thread.</remarks>
public sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool ownsFolder;

    private TestGateway(WebApplication app, FakeClock clock, string folder, bool ownsFolder)
        => (this.app, Clock, Folder, this.ownsFolder) = (app, clock, folder, ownsFolder);

    public FakeClock Clock { get; }

    public string Folder { get; }

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    /// <param name="folder">An existing store; without one, a new and empty one that goes with the gateway.</param>
    public static async Task<TestGateway> Start(FakeClock? clock = null, string? folder = null, Action<WebApplicationBuilder>? adjust = null)
    {
        clock ??= new FakeClock();
        var path = folder ?? Directory.CreateTempSubdirectory("resultsgrid-").FullName;
        var app = GatewayHost.Build(new GatewaySettings(path, "http://127.0.0.1:0", DemonstrationReleaseIn: null, RoundTripContracts: true), builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Services.Configure<SignInOptions>(options => options.PasswordRounds = 1_000);
            foreach (var background in new[] { typeof(SeriesWorkers), typeof(PrimerWatch) })
                builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == background));
            adjust?.Invoke(builder);
        });
        await app.StartAsync();
        return new TestGateway(app, clock, path, ownsFolder: folder is null);
    }

    /// <summary>Does all waiting work.</summary>
    public async Task Work()
    {
        var work = Services.GetRequiredService<SeriesWork>();
        while (await work.DoNext("test", CancellationToken.None))
        {
        }
    }

    /// <summary>A new operator, signed in.</summary>
    public async Task<OperatorClient> Operator(string name)
    {
        var user = UserName.Parse($"board.{name}");
        var (_, password) = await Services.GetRequiredService<AccountKeeper>().AddUser(user, name, [Role.BoardOperator]);
        return await OperatorClient.SignIn(Address, new Credentials(user.ToString(), password), CancellationToken.None);
    }

    /// <summary>A client that sends an access key of a centre, or a token.</summary>
    public HttpClient Client(string? secret = null)
    {
        // Nothing is decompressed on the way: tests see the bytes that were sent.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address, "/api/v1/") };
        if (secret is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    /// <summary>A client with a new access key of a role.</summary>
    public async Task<HttpClient> Key(CentreNumber centre, Role role)
        => Client((await Services.GetRequiredService<AccountKeeper>().AddKey(Shelf.Of(centre), "test", role)).Secret);

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
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
