namespace ResultsGrid.Tests.BadInput;

/// <summary>Whatever is sent, the service answers with what it documents, and goes on serving.</summary>
public sealed class RequestFuzzTests(BesiegedGateway besieged) : IClassFixture<BesiegedGateway>
{
    private const string Target = "http";
    private const int CasesInSuite = 2_000;
    private const int AtOnce = 8;
    private const int BetweenRestorations = 80;

    public static TheoryData<string, string> Corpus { get; } = CorpusFiles.Of([Target]);

    [Fact]
    public async Task Spoilt_requests_are_answered_with_a_documented_problem_or_served()
    {
        var requests = new RequestCases(besieged.Gateway);
        foreach (var batch in Enumerable.Range(0, FuzzRun.Cases(CasesInSuite)).Chunk(BetweenRestorations))
        {
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await Try(requests, number));
            await besieged.Restore();
        }
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task What_was_found_once_stays_mended(string target, string name)
    {
        await besieged.Send(CorpusFiles.Read(target, name));
        await besieged.Restore();
    }

    private async Task Try(RequestCases requests, int number)
    {
        var request = requests.Make(FuzzRun.Chance(number));
        try
        {
            await besieged.Send(request);
        }
        catch (Exception fault)
        {
            Assert.Fail(FuzzRun.Describe(Target, number, request, fault.ToString()));
        }
    }
}
