using System.Text.Json;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>A centre that reads its results over HTTP and knows nothing of the product's types.</summary>
public sealed class CentreClient(HttpClient http, string centre, string series) : IDisposable
{
    public string Centre => centre;

    public async Task<JsonElement> Get(string path)
    {
        using var response = await http.GetAsync($"centres/{centre}/series/{series}/{path}");
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"GET {path} of centre {centre} was answered {(int)response.StatusCode}: {answer}");
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.Clone();
    }

    /// <summary>As the centre's own list of series shows it; null while there is none to read.</summary>
    public async Task<int?> Version()
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync($"centres/{centre}/series"));
        var listed = json.RootElement.EnumerateArray().Single(one => one.GetProperty("series").GetString() == series);
        return listed.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number ? version.GetInt32() : null;
    }

    /// <summary>Name and hash of each document, by id.</summary>
    public async Task<SortedDictionary<string, (string FileName, string Sha256)>> Listed()
        => new((await Get("documents")).GetProperty("documents").EnumerateArray().ToDictionary(
            listed => listed.GetProperty("id").GetString()!,
            listed => (listed.GetProperty("fileName").GetString()!, listed.GetProperty("sha256").GetString()!)));

    public async Task<IReadOnlyDictionary<string, DownloadedDocument>> Download()
    {
        var documents = new Dictionary<string, DownloadedDocument>();
        foreach (var listed in (await Get("documents")).GetProperty("documents").EnumerateArray())
        {
            var id = listed.GetProperty("id").GetString()!;
            using var response = await http.GetAsync($"centres/{centre}/series/{series}/documents/{id}");
            Assert.True(response.IsSuccessStatusCode, $"Document {id} of centre {centre} was answered {(int)response.StatusCode}.");
            documents[id] = new(
                id,
                response.Content.Headers.ContentDisposition!.FileName!.Trim('"'),
                listed.GetProperty("fileName").GetString()!,
                listed.GetProperty("sha256").GetString()!,
                listed.GetProperty("bytes").GetInt64(),
                await response.Content.ReadAsByteArrayAsync());
        }

        return documents;
    }

    public void Dispose() => http.Dispose();
}
