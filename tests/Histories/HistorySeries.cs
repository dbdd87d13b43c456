using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Pipeline;

namespace ResultsGrid.Tests.Histories;

/// <summary>A gateway with a small released series, of which there are some packages that differ in one mark of the first centre.</summary>
public class HistorySeries : IAsyncLifetime
{
    public const int Contents = 3;

    private static readonly RehearsalPlan Plan = Packages.Plan with { Centres = 2, Candidates = 12 };

    public static SeriesCode Series => Plan.Series;

    public static CentreNumber Centre { get; } = RehearsalSeries.CentreNumbers(Plan).First();

    private static readonly (IReadOnlyList<byte[]> Packages, string Candidate) Variants = MakeVariants();

    /// <summary>Whose mark the packages differ in.</summary>
    public static string Candidate => Variants.Candidate;

    public static string Results { get; } = $"centres/{Centre}/series/{Series}";

    public TestGateway Gateway { get; private set; } = null!;

    public PacedStore Store { get; } = new();

    public OperatorClient Anna { get; private set; } = null!;

    public OperatorClient Ben { get; private set; } = null!;

    /// <summary>What it runs on.</summary>
    public HostedOn On { get; protected init; }

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<IStateStore>(Store)), on: On);
        (Anna, Ben) = (await Gateway.Operator("anna"), await Gateway.Operator("ben"));
        await LoadAndAward(0);
        await Ben.Approve(Series, CancellationToken.None);
        await Publish();
        Gateway.Clock.AdvanceTo(Packages.RestrictedRelease);
    }

    public async Task DisposeAsync()
    {
        Anna.Dispose();
        Ben.Dispose();
        await Gateway.DisposeAsync();
    }

    /// <summary>Takes the series to another content, of which nobody sees anything until it is published.</summary>
    public async Task LoadAndAward(int content)
    {
        await Gateway.Ended(Anna, await Anna.Load(Variants.Packages[content], CancellationToken.None));
        await Gateway.Ended(Anna, await Anna.Award(Series, CancellationToken.None));
    }

    public async Task Publish()
    {
        await Gateway.Ended(Anna, await Anna.Publish(Series, CancellationToken.None));
        await Gateway.ShownEverywhere();
    }

    public Task<HttpClient> Officer() => Gateway.Key(Centre, Role.CentreAdministrator);

    private static (IReadOnlyList<byte[]> Packages, string Candidate) MakeVariants()
    {
        var candidate = "";
        List<byte[]> packages = [Packages.Write(Plan)];
        while (packages.Count < Contents)
        {
            (var package, candidate, _) = InventedSeries.WithOneMarkChanged(packages[^1], Centre.ToString());
            packages.Add(package);
        }

        return (packages, candidate);
    }
}

/// <summary>The same on two nodes.</summary>
public sealed class HistorySeriesOnACluster : HistorySeries
{
    public HistorySeriesOnACluster() => On = HostedOn.TwoNodes;
}
