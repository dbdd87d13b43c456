using System.Net.Http.Headers;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.Tests.Telemetry;

/// <summary>A node on local storage with its dashboard on, that tells everything to a receiver and has published a small series.</summary>
public sealed class ObservedNode : IAsyncLifetime
{
    public static readonly SeriesCode Series = SeriesCode.Parse("6B25");

    private static readonly RehearsalPlan Plan = new(
        Series, "June 2025 GCE", "6B25-01", new DateTime(2025, 8, 14, 0, 1, 0), new DateTime(2025, 8, 15, 8, 0, 0),
        Centres: 2, Candidates: 20, Seed: 7, RehearsalSubjects.Gce, "Invented for a test");

    private readonly string folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
    private OtlpReceiver receiver = null!;

    private WebApplication App { get; set; } = null!;

    public static IReadOnlyList<CentreNumber> Centres { get; } = [.. RehearsalSeries.CentreNumbers(Plan)];

    public async Task InitializeAsync()
    {
        receiver = await OtlpReceiver.Start();
        App = Build(
            folder,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("Telemetry:TraceRatio", "1"), ("Dashboard:Enabled", "true"));
        await App.StartAsync();
        await Publish();
    }

    public async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await receiver.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Nothing of the environment matters: what is given here stands above it.</summary>
    internal static WebApplication Build(string folder, params (string Key, string? Value)[] settings)
    {
        var builder = NodeHost.CreateBuilder(settings.Select(one => KeyValuePair.Create(one.Key, one.Value)));
        builder.Services.Configure<SignInOptions>(options => options.PasswordRounds = 1_000);
        return NodeHost.Build(builder, NodeSettings.InFolder(folder, "http://127.0.0.1:0"));
    }

    /// <summary>What has arrived of metrics or traces, with all that was measured so far.</summary>
    internal string Told(string signal)
    {
        Assert.True(App.Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(App.Services.GetRequiredService<TracerProvider>().ForceFlush());
        return receiver.Of(signal);
    }

    internal HttpClient Client(string? secret = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(App.Urls.First()) };
        if (secret is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    /// <summary>A client with a new access key of a centre.</summary>
    internal async Task<HttpClient> Officer(CentreNumber centre)
        => Client((await App.Services.GetRequiredService<AccountKeeper>().AddKey(Shelf.Of(centre), "test", Role.CentreAdministrator)).Secret);

    /// <summary>A new user and their password.</summary>
    internal async Task<Credentials> User(string name, Role role)
    {
        var (_, password) = await App.Services.GetRequiredService<AccountKeeper>().AddUser(UserName.Parse(name), name, [role]);
        return new Credentials(name, password);
    }

    /// <summary>A new operator's client, signed in by a token as a program would be.</summary>
    internal async Task<HttpClient> Operator(string name)
    {
        using var signedIn = await SignIn(name);
        return Client(signedIn.Token);
    }

    private async Task<OperatorClient> SignIn(string name)
        => await OperatorClient.SignIn(new Uri(App.Urls.First()), await User(name, Role.BoardOperator), CancellationToken.None);

    private async Task Publish()
    {
        using var package = new MemoryStream();
        RehearsalSeries.Write(package, Plan);
        using var proposer = await SignIn("board.proposer");
        using var approver = await SignIn("board.approver");
        await proposer.Follow(await proposer.Load(package.ToArray(), CancellationToken.None), _ => { }, CancellationToken.None);
        await proposer.Follow(await proposer.Award(Series, CancellationToken.None), _ => { }, CancellationToken.None);
        await approver.Approve(Series, CancellationToken.None);
        await proposer.Follow(await proposer.Publish(Series, CancellationToken.None), _ => { }, CancellationToken.None);
    }
}
