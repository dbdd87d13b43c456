using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Histories;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.NotWrong;

/// <summary>A centre is published again while clients read all that there is of it: each answer is of one version, and nobody is shown an older one after a newer one.</summary>
public abstract class RepublishedWhileReadTests(HistorySeries series)
{
    private const int Clients = 4;
    private const int Publications = 4;

    /// <summary>Shows one answer per version; the order is that in which clients ask.</summary>
    private static readonly string[] Screens = ["candidates?pageSize=100", "assessments", $"candidates/{HistorySeries.Candidate}"];

    private readonly ConcurrentBag<Reading> readings = [];
    private readonly ConcurrentDictionary<int, Dictionary<string, string>> versions = [];
    private long moment;

    protected async Task Every_answer_is_of_one_version_and_none_is_older_than_one_seen_before()
    {
        using var officer = await series.Officer();
        await Learn(officer);
        var first = versions.Keys.Single();
        var isOver = false;
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver)) await ReadAll(officer);
        })).ToList();
        try
        {
            for (var publication = 1; publication <= Publications; publication++)
            {
                await series.LoadAndAward(publication % HistorySeries.Contents);
                await series.Publish();
                await Learn(officer);
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            await Task.WhenAll(clients);
        }

        Assert.Equal(Enumerable.Range(first, Publications + 1), versions.Keys.Order());
        var possible = readings.OrderBy(reading => reading.Sent).Select(reading => (Reading: reading, Versions: Explaining(reading))).ToList();
        Assert.All(possible, one => Assert.True(one.Versions.Count > 0, $"no version explains {one.Reading}"));
        // All versions were read, else this shows nothing.
        Assert.Equal(versions.Count, possible.Where(one => one.Versions.Count == 1).Select(one => one.Versions[0]).Distinct().Count());
        ShouldNeverGoBack(possible);
    }

    /// <summary>A version's answers, while nobody publishes.</summary>
    private async Task Learn(HttpClient officer)
    {
        var list = await officer.Json($"{HistorySeries.Results}/documents");
        var answers = new Dictionary<string, string> { ["documents"] = Shown(list), ["documents.zip"] = ShownInZip(list) };
        foreach (var document in list.GetProperty("documents").EnumerateArray())
            answers[$"documents/{document.GetProperty("id").GetString()}"] = $"{document.GetProperty("fileName").GetString()} {document.GetProperty("sha256").GetString()}";
        foreach (var screen in Screens) answers[screen] = (await officer.Json($"{HistorySeries.Results}/{screen}")).GetRawText();
        versions[list.GetProperty("version").GetInt32()] = answers;
    }

    private async Task ReadAll(HttpClient officer)
    {
        foreach (var path in versions.Values.First().Keys)
        {
            var sent = Interlocked.Increment(ref moment);
            using var answer = await officer.GetAsync($"{HistorySeries.Results}/{path}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var body = await answer.Content.ReadAsByteArrayAsync();
            var returned = Interlocked.Increment(ref moment);
            readings.Add(new Reading(path, sent, returned, path switch
            {
                "documents" => Shown(JsonDocument.Parse(body).RootElement),
                "documents.zip" => ShownInZip(body),
                _ when path.StartsWith("documents/", StringComparison.Ordinal) => $"{answer.Content.Headers.ContentDisposition?.FileName?.Trim('"')} {ContentHash.Of(body)}",
                _ => Encoding.UTF8.GetString(body),
            }));
        }
    }

    /// <summary>The versions that would have been answered so; unchanged documents are the same in several.</summary>
    private List<int> Explaining(Reading reading) => [.. versions.Where(version => version.Value[reading.Path] == reading.Answer).Select(version => version.Key).Order()];

    private static void ShouldNeverGoBack(List<(Reading Reading, List<int> Versions)> bySending)
    {
        var byAnswer = bySending.OrderBy(one => one.Reading.Returned).ToList();
        var (answered, floor, seen) = (0, 0, (Reading?)null);
        foreach (var (reading, possible) in bySending)
        {
            for (; answered < byAnswer.Count && byAnswer[answered].Reading.Returned < reading.Sent; answered++)
            {
                if (byAnswer[answered].Versions[0] > floor) (floor, seen) = (byAnswer[answered].Versions[0], byAnswer[answered].Reading);
            }

            Assert.True(possible[^1] >= floor, $"version {possible[^1]} or older was answered after version {floor}: {reading} after {seen}");
        }
    }

    /// <summary>What a list says of its version; who has fetched what is another matter.</summary>
    private static string Shown(JsonElement list) => $"{list.GetProperty("version")} {list.GetProperty("publishedAt")} " + string.Join("; ", list.GetProperty("documents").EnumerateArray()
        .Select(document => $"{document.GetProperty("id")} {document.GetProperty("fileName")} {document.GetProperty("sha256")} {document.GetProperty("bytes")} {document.GetProperty("withdrawn")}"));

    private static string ShownInZip(JsonElement list) => Files(list.GetProperty("documents").EnumerateArray()
        .Select(document => (document.GetProperty("fileName").GetString()!, document.GetProperty("sha256").GetString()!)));

    private static string ShownInZip(byte[] body)
    {
        using var zip = new ZipArchive(new MemoryStream(body));
        return Files([.. zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            return (entry.Name, ContentHash.Of(content.ToArray()).ToString());
        })]);
    }

    private static string Files(IEnumerable<(string Name, string Sha256)> files) => string.Join("; ", files.Order().Select(file => $"{file.Name} {file.Sha256}"));

    /// <param name="Sent">Moments count up over all clients; no clock is read.</param>
    private sealed record Reading(string Path, long Sent, long Returned, string Answer);
}

public sealed class RepublishedWhileReadOnOneNodeTests(HistorySeries series) : RepublishedWhileReadTests(series), IClassFixture<HistorySeries>
{
    [Fact]
    public Task Every_answer_is_of_one_version_and_none_is_older_than_one_seen_before_on_one_node() => Every_answer_is_of_one_version_and_none_is_older_than_one_seen_before();
}

[Collection(RealTime.Name)]
public sealed class RepublishedWhileReadOnAClusterTests(HistorySeriesOnACluster series) : RepublishedWhileReadTests(series), IClassFixture<HistorySeriesOnACluster>
{
    [Fact]
    public Task Every_answer_is_of_one_version_and_none_is_older_than_one_seen_before_on_a_cluster() => Every_answer_is_of_one_version_and_none_is_older_than_one_seen_before();
}
