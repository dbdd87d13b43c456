using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>An invented series that went through the real gateway, every document of it downloaded, and what the oracle expects.</summary>
public sealed class PublishedSeries : IAsyncLifetime
{
    private const int Centres = 4;
    private const int Candidates = 240;
    private const int Seed = 26;

    private readonly Dictionary<string, IReadOnlyDictionary<string, DownloadedDocument>> documents = [];
    private TestGateway? gateway;

    public ExpectedSeries Expected { get; private set; } = null!;

    public byte[] Package { get; } = InventedSeries.Package(Centres, Candidates, Seed);

    public async Task InitializeAsync()
    {
        Expected = new ExpectedSeries(Package);
        gateway = await TestGateway.Start();
        await gateway.Publish(Package);
        gateway.Clock.Advance(InventedSeries.UntilReleased);
        foreach (var centre in Expected.Centres)
        {
            using var client = await Client(centre.Number);
            documents[centre.Number] = await client.Download();
        }
    }

    /// <summary>A new client of the centre's results officer.</summary>
    public async Task<CentreClient> Client(string centre)
        => new(await gateway!.Key(CentreNumber.Parse(centre), Role.ResultsFullAccess), centre, InventedSeries.Code);

    /// <summary>By id.</summary>
    public IReadOnlyDictionary<string, DownloadedDocument> Documents(ExpectedCentre centre) => documents[centre.Number];

    /// <summary>Every centre's document of this id is read and held to the oracle.</summary>
    public void Compare(string id, Func<ExpectedCentre, Facts> expected, Func<byte[], Facts> actual)
    {
        var (differences, said) = (new List<Difference>(), 0);
        foreach (var centre in Expected.Centres.Where(centre => documents[centre.Number].ContainsKey(id)))
        {
            var facts = expected(centre);
            said += facts.Count;
            differences.AddRange(facts.Differences(actual(documents[centre.Number][id].Content), centre.Number, id));
        }

        None(differences);
        Assert.True(said > 0, $"No centre has {id}.");
    }

    public static void None(IReadOnlyCollection<Difference> differences)
        => Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(20))}");

    public async Task DisposeAsync()
    {
        if (gateway is not null) await gateway.DisposeAsync();
    }
}
