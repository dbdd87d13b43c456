using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Documents;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>What a second publication changes, and what stops a first.</summary>
public sealed class RepublicationTests
{
    private static readonly byte[] Package = InventedSeries.Package(centres: 3, candidates: 36, seed: 4);
    private static readonly byte[] GzipMark = [0x1F, 0x8B];
    private static readonly ExpectedSeries Expected = new(Package);

    [Fact]
    public async Task The_same_package_gives_two_stores_the_same_bytes()
    {
        await using var one = await Published();
        await using var two = await Published();
        foreach (var centre in Expected.Centres)
        {
            using var first = await Client(one, centre);
            using var second = await Client(two, centre);
            var listed = await first.Listed();
            Assert.Equal(listed, await second.Listed());
            Assert.Equal(centre.HasTwoFiles ? 13 : 12, listed.Count);
        }
    }

    [Fact]
    public async Task Publishing_again_changes_nothing()
    {
        await using var gateway = await Published();
        using var client = await Client(gateway, Expected.Centres[0]);
        var before = await client.Listed();
        using var board = await gateway.Operator("again");
        await gateway.Ended(board, await board.Publish(Series, CancellationToken.None));
        await Reload(gateway, board, Package);
        Assert.Equal(1, await client.Version());
        Assert.Equal(before, await client.Listed());
    }

    [Fact]
    public async Task One_changed_mark_makes_a_second_version_of_its_centre_alone_under_the_next_file_name()
    {
        await using var gateway = await Published();
        var centre = Expected.Centres[0];
        using var board = await gateway.Operator("again");
        var (changed, _, _) = InventedSeries.WithOneMarkChanged(Package, centre.Number);
        await Reload(gateway, board, changed);

        foreach (var one in Expected.Centres)
        {
            using var client = await Client(gateway, one);
            Assert.Equal((one.Number, one == centre ? 2 : 1), (one.Number, await client.Version()));
            var sequence = one != centre ? 1 : centre.HasTwoFiles ? 3 : 2;
            var documents = await client.Download();
            Assert.Equal($"R{one.Number}01.X{sequence:00}", documents["results-file"].FileName);
            var now = new ExpectedSeries(changed).Centres.Single(expected => expected.Number == one.Number);
            PublishedSeries.None([
                .. EdiFacts.Expected(now, 'M', sequence).Differences(EdiFacts.Actual(documents["results-file"].Content), one.Number, "results-file"),
                .. XmlFacts.Expected(now).Differences(XmlFacts.Actual(documents["xml-results-file"].Content), one.Number, "xml-results-file")]);
        }
    }

    [Fact]
    public async Task Units_of_an_Advanced_National_stand_in_the_second_file_also_where_nobody_certifies_it()
    {
        var package = InventedSeries.WithoutCertification(Package, "ZK200");
        var expected = new ExpectedSeries(package);
        await using var gateway = await TestGateway.Start();
        await gateway.Publish(package);
        gateway.Clock.Advance(InventedSeries.UntilReleased);
        Assert.Contains(expected.Centres, centre => centre.HasTwoFiles);
        foreach (var centre in expected.Centres.Where(centre => centre.HasTwoFiles))
        {
            using var client = await Client(gateway, centre);
            var documents = await client.Download();
            PublishedSeries.None([
                .. EdiFacts.Expected(centre, 'M', 1).Differences(EdiFacts.Actual(documents["results-file"].Content), centre.Number, "results-file"),
                .. EdiFacts.Expected(centre, 'U', 2).Differences(EdiFacts.Actual(documents["unit-results-file"].Content), centre.Number, "unit-results-file")]);
        }
    }

    [Theory]
    [InlineData("half a PDF", "does not read back")]
    [InlineData("another centre's results file", "DamagedDocument")]
    [InlineData("half a compressed file", "DamagedDocument")]
    public async Task A_centre_whose_document_does_not_check_out_is_stopped_with_a_reason_and_the_others_are_published(string damage, string reason)
    {
        DamagingStore? store = null;
        await using var gateway = await TestGateway.Start(adjust: builder =>
        {
            var real = builder.Services.Last(service => service.ServiceType == typeof(IDocumentStore)).ImplementationFactory!;
            builder.Services.Replace(ServiceDescriptor.Singleton<IDocumentStore>(provider => store = new DamagingStore((IDocumentStore)real(provider))));
        });
        var unlucky = Expected.Centres[1];
        using var proposer = await gateway.Operator("proposer");
        using var approver = await gateway.Operator("approver");
        await gateway.Ended(proposer, await proposer.Load(Package, CancellationToken.None));
        await gateway.Ended(proposer, await proposer.Award(Series, CancellationToken.None));
        await approver.Approve(Series, CancellationToken.None);

        var read = new List<byte[]>();
        store!.Damage = content =>
        {
            read.Add(content);
            return Damaged(content, damage, unlucky.Number, read);
        };
        var job = await Stopped(gateway, proposer);
        var stopped = Assert.Single(job.Stopped);
        Assert.Equal(unlucky.Number, stopped.Item);
        Assert.Contains(reason, stopped.Reason, StringComparison.Ordinal);

        gateway.Clock.Advance(InventedSeries.UntilReleased);
        foreach (var centre in Expected.Centres) await AssertVersion(gateway, centre, centre == unlucky ? null : 1);

        store.Damage = content => content;
        await gateway.Ended(proposer, await proposer.Publish(Series, CancellationToken.None));
        foreach (var centre in Expected.Centres) await AssertVersion(gateway, centre, 1);
    }

    private static SeriesCode Series => SeriesCode.Parse(InventedSeries.Code);

    private static async Task<TestGateway> Published()
    {
        var gateway = await TestGateway.Start();
        await gateway.Publish(Package);
        gateway.Clock.Advance(InventedSeries.UntilReleased);
        return gateway;
    }

    private static async Task<CentreClient> Client(TestGateway gateway, ExpectedCentre centre)
        => new(await gateway.Key(CentreNumber.Parse(centre.Number), Role.ResultsFullAccess), centre.Number, InventedSeries.Code);

    private static async Task Reload(TestGateway gateway, OperatorClient board, byte[] package)
    {
        await gateway.Ended(board, await board.Load(package, CancellationToken.None));
        await gateway.Ended(board, await board.Award(Series, CancellationToken.None));
        await gateway.Ended(board, await board.Publish(Series, CancellationToken.None));
    }

    private static async Task<ShownJob> Stopped(TestGateway gateway, OperatorClient board)
    {
        var job = await board.Publish(Series, CancellationToken.None);
        await gateway.Work();
        await Assert.ThrowsAsync<InvalidOperationException>(() => board.Follow(job, seen => job = seen, CancellationToken.None));
        return job;
    }

    private static async Task AssertVersion(TestGateway gateway, ExpectedCentre centre, int? version)
    {
        using var client = await Client(gateway, centre);
        Assert.Equal((centre.Number, version), (centre.Number, await client.Version()));
    }

    /// <summary>Only documents that name the centre are damaged.</summary>
    /// <param name="read">All documents so far; the first centre's come first.</param>
    private static byte[] Damaged(byte[] content, string damage, string centre, IEnumerable<byte[]> read)
    {
        return damage switch
        {
            "half a PDF" when content.AsSpan().StartsWith("%PDF"u8) && PdfTool.Text(content)[0].Contains($"centre {centre}", StringComparison.Ordinal) => content[..(content.Length / 2)],
            "another centre's results file" when IsResultsFile(content, centre) => read.First(other => IsResultsFile(other, "")),
            "half a compressed file" when IsResultsFile(content, centre) => content[..(content.Length / 2)],
            _ => content,
        };
    }

    /// <summary>Results files are kept compressed.</summary>
    private static bool IsResultsFile(byte[] content, string centre)
    {
        if (!content.AsSpan().StartsWith(GzipMark)) return false;
        using var plain = new StreamReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress), Encoding.ASCII);
        var line = new char[$"R101{centre}".Length];
        return plain.ReadBlock(line) == line.Length && new string(line) == $"R101{centre}";
    }
}
