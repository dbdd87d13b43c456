using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Histories;

/// <summary>What clients ask of a centre's documents, and the answers in the words of <see cref="DocumentModel"/>.</summary>
internal sealed class DocumentCalls(HistorySeries series, HttpClient officer)
{
    /// <summary>Both show every raw mark.</summary>
    public static readonly string[] Documents = ["xml-results-file", "marks-csv"];

    /// <summary>Contents by the hash of their bytes: the number of the package that they came of.</summary>
    private readonly Dictionary<ContentHash, string> contents = [];

    /// <summary>Publishes every content once, alone, to know it again.</summary>
    public async Task Learn()
    {
        // Something else first, so that the first is a new version and nothing of it is withdrawn.
        await series.LoadAndAward(HistorySeries.Contents - 1);
        await series.Publish();
        for (var content = 0; content < HistorySeries.Contents; content++)
        {
            await series.LoadAndAward(content);
            await series.Publish();
            foreach (var document in Documents) contents[ContentHash.Of(await officer.GetByteArrayAsync($"{HistorySeries.Results}/documents/{document}"))] = $"{content}";
            contents[MarksOf(await officer.Json($"{HistorySeries.Results}/candidates/{HistorySeries.Candidate}"))] = $"{content}";
        }

        Assert.Equal(HistorySeries.Contents * (Documents.Length + 1), contents.Count);
    }

    public async Task<DocumentModel.State> StateOf(string document)
    {
        var parts = Answer(await List(), document).Split(' ');
        return new DocumentModel.State(int.Parse(parts[0]), parts[1], parts.Length > 2);
    }

    /// <summary>A document's own part of an answer about all.</summary>
    public static string Answer(string? answer, string document) => answer!.Split("; ").Single(part => part.StartsWith($"{document}: ", StringComparison.Ordinal))[(document.Length + 2)..];

    public async Task<string?> Withdraw(string document, CancellationToken cancellation = default)
    {
        using var board = series.Gateway.Client(series.Ben.Token);
        using var answer = await board.PostAsJsonAsync($"{HistorySeries.Results}/documents/{document}/withdrawal", new { reason = "A history." }, cancellation);
        return $"{(int)answer.StatusCode}";
    }

    /// <summary>Sent, and the answer not waited for: whether it was done, the client never knows.</summary>
    public async Task<string?> WithdrawAndHangUp(string document)
    {
        using var hangUp = new CancellationTokenSource();
        var call = Withdraw(document, hangUp.Token);
        await hangUp.CancelAsync();
        try
        {
            return await call;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async Task<string?> Read(string document)
    {
        using var answer = await officer.GetAsync($"{HistorySeries.Results}/documents/{document}");
        return answer.StatusCode == HttpStatusCode.OK ? Content(ContentHash.Of(await answer.Content.ReadAsByteArrayAsync())) : $"{(int)answer.StatusCode}";
    }

    public async Task<string?> Zip()
    {
        using var zip = new ZipArchive(new MemoryStream(await officer.GetByteArrayAsync($"{HistorySeries.Results}/documents.zip")));
        var found = zip.Entries.ToDictionary(entry => entry.Name, HashOf);
        return Each(document => found.Keys.SingleOrDefault(name => name.EndsWith(Ending(document), StringComparison.OrdinalIgnoreCase)) is { } name ? Content(found[name]) : "absent");
    }

    public async Task<string?> List()
    {
        var list = await officer.Json($"{HistorySeries.Results}/documents");
        var documents = list.GetProperty("documents").EnumerateArray().ToDictionary(document => document.GetProperty("id").GetString()!);
        return Each(document => $"{list.GetProperty("version").GetInt32()} {Content(ContentHash.Parse(documents[document].GetProperty("sha256").GetString()!))}"
            + (documents[document].GetProperty("withdrawn").ValueKind == JsonValueKind.String ? " withdrawn" : ""));
    }

    public async Task<string?> Candidate()
    {
        var candidate = await officer.Json($"{HistorySeries.Results}/candidates/{HistorySeries.Candidate}");
        return $"{candidate.GetProperty("version").GetInt32()} {Content(MarksOf(candidate))}";
    }

    private static string Each(Func<string, string> say) => string.Join("; ", Documents.Select(document => $"{document}: {say(document)}"));

    /// <summary>How the file's name ends, by which it is told from the others in a ZIP.</summary>
    private static string Ending(string document) => document == Documents[0] ? ".xml" : "marks.csv";

    private static ContentHash HashOf(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open()) stream.CopyTo(content);
        return ContentHash.Of(content.ToArray());
    }

    private static ContentHash MarksOf(JsonElement candidate) => ContentHash.Of(Encoding.UTF8.GetBytes(candidate.GetProperty("assessments").GetRawText()));

    private string Content(ContentHash hash) => contents.GetValueOrDefault(hash, "unknown");
}
