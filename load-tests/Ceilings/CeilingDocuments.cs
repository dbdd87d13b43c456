using System.Collections.Concurrent;
using System.Net.Http.Headers;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Preparation;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>Chooses of every centre the document whose size is nearest to one wanted, and fetches it.</summary>
public static class CeilingDocuments
{
    /// <param name="bytes">The size wanted, uncompressed.</param>
    /// <exception cref="InvalidOperationException">A centre's list or document was refused.</exception>
    public static async Task<IReadOnlyList<CeilingDocument>> Choose(NightTarget target, int bytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var http = new HttpClient { BaseAddress = target.Address };
        var chosen = new ConcurrentBag<CeilingDocument>();
        await Parallel.ForEachAsync(target.Keys, cancellation, async (access, token) =>
        {
            var folder = $"/api/v1/centres/{access.Centre}/series/{target.Series}/documents";
            var list = ListedFile.Read(await Get(http, folder, access.Key!, token)) ?? throw new InvalidOperationException($"Centre {access.Centre} has no list.");
            var nearest = list.MinBy(file => Math.Abs(file.Bytes - bytes)) ?? throw new InvalidOperationException($"Centre {access.Centre} has no documents.");
            var path = $"{folder}/{nearest.Id}";
            chosen.Add(new CeilingDocument(path, access.Key!, await Get(http, path, access.Key!, token)));
        });
        return [.. chosen.OrderBy(document => document.Path, StringComparer.Ordinal)];
    }

    private static async Task<byte[]> Get(HttpClient http, string path, string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"GET {path} was answered {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }
}
