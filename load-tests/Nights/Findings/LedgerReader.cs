using System.Net;
using System.Net.Http.Headers;

namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>Reads what is not timed.</summary>
public sealed class LedgerReader(Uri address) : IDisposable
{
    public const int Connections = 8;

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri(address, "/api/v1/") };

    /// <returns>The body of a 200; null for a refusal.</returns>
    public async Task<byte[]?> Get(string path, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var response = await http.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync() : null;
    }

    public void Dispose() => http.Dispose();
}
