using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.Histories;

/// <summary>Whoever publishes, withdraws and reads at the same time: each document is at every moment in one state, the same for all.</summary>
public abstract class DocumentHistoryTests(HistorySeries series)
{
    private const int Clients = 6;
    private const int CallsOfAClient = 8;
    private const int Publications = 5;

    protected async Task Publications_withdrawals_and_reads_of_a_document_are_linearizable(int seed)
    {
        using var officer = await series.Officer();
        var calls = new DocumentCalls(series, officer);
        await calls.Learn();
        var initial = new Dictionary<string, DocumentModel.State>();
        foreach (var document in DocumentCalls.Documents) initial[document] = await calls.StateOf(document);

        var recorder = new HistoryRecorder();
        var chance = new Random(HistorySeeds.Of(seed));
        for (var publication = 0; publication < Publications; publication++) await PublishAmongClients(recorder, calls, chance.Next(HistorySeries.Contents), chance.Next());

        foreach (var document in DocumentCalls.Documents)
        {
            var history = recorder.History.Select(operation => Concerning(operation, document)).OfType<Operation>().ToList();
            HistorySeeds.ShouldBeLinearizable(readingsInOrder: true, seed, $"{document} of centre {HistorySeries.Centre}", history, DocumentModel.From(initial[document]));
        }
    }

    /// <summary>The clients begin when the publication is about to be written, which waits for some of their calls, and its grain then for some more.</summary>
    private async Task PublishAmongClients(HistoryRecorder recorder, DocumentCalls calls, int content, int seed)
    {
        await series.LoadAndAward(content);
        var chance = new Random(seed);
        var begun = recorder.InvokedCount + 1;
        var (before, after) = (chance.Next(Clients + 1), chance.Next(Clients + 1));
        var clientsMayBegin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        series.Store.BeforeWrite = key => IsPublication(key.Kind) && clientsMayBegin.TrySetResult() ? recorder.Invocations(begun + before) : Task.CompletedTask;
        series.Store.AfterWrite = key => IsPublication(key.Kind) ? recorder.Invocations(begun + Math.Max(before, after)) : Task.CompletedTask;

        var job = await series.Anna.Publish(HistorySeries.Series, CancellationToken.None);
        var publisher = recorder.Record(0, "publish", $"{content}", async () =>
        {
            await Task.Run(() => series.Gateway.Ended(series.Anna, job));
            await series.Gateway.ShownEverywhere();
            clientsMayBegin.TrySetResult();
            return "done";
        });
        var clients = Enumerable.Range(1, Clients).Select(async client =>
        {
            await clientsMayBegin.Task;
            var choices = new Random(unchecked((seed * 31) + client));
            for (var call = 0; call < CallsOfAClient; call++) await Call(recorder, calls, client, choices);
        });
        await Task.WhenAll([publisher, .. clients]);
        series.Store.BeforeWrite = series.Store.AfterWrite = _ => Task.CompletedTask;
    }

    private static bool IsPublication(string kind) => kind.EndsWith("/ResultsState", StringComparison.Ordinal);

    private static Task<string?> Call(HistoryRecorder recorder, DocumentCalls calls, int client, Random chance)
    {
        var document = DocumentCalls.Documents[chance.Next(DocumentCalls.Documents.Length)];
        return chance.Next(12) switch
        {
            0 => recorder.Record(client, "withdraw", document, () => calls.Withdraw(document)),
            1 => recorder.Record(client, "withdraw", document, () => calls.WithdrawAndHangUp(document)),
            2 or 3 => recorder.Record(client, "list", "", calls.List),
            4 => recorder.Record(client, "candidate", "", calls.Candidate),
            5 => recorder.Record(client, "zip", "", calls.Zip),
            _ => recorder.Record(client, "read", document, () => calls.Read(document)),
        };
    }

    /// <summary>The operation as far as it concerns one document; null where it doesn't.</summary>
    private static Operation? Concerning(Operation operation, string document) => operation.Action switch
    {
        "publish" or "candidate" => operation,
        "list" or "zip" => operation with { Answer = DocumentCalls.Answer(operation.Answer, document) },
        _ => operation.Argument == document ? operation : null,
    };
}

public sealed class DocumentHistoryOnOneNodeTests(HistorySeries series) : DocumentHistoryTests(series), IClassFixture<HistorySeries>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Publications_withdrawals_and_reads_of_a_document_are_linearizable_on_one_node(int seed) => Publications_withdrawals_and_reads_of_a_document_are_linearizable(seed);
}

/// <summary>On two nodes a history takes long: the first of each.</summary>
[Collection(RealTime.Name)]
public sealed class DocumentHistoryOnAClusterTests(HistorySeriesOnACluster series) : DocumentHistoryTests(series), IClassFixture<HistorySeriesOnACluster>
{
    [Theory]
    [InlineData(1)]
    public Task Publications_withdrawals_and_reads_of_a_document_are_linearizable_on_a_cluster(int seed) => Publications_withdrawals_and_reads_of_a_document_are_linearizable(seed);
}
