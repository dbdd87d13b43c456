using System.Net.Http.Headers;
using System.Net.Sockets;

namespace ResultsGrid.LoadTests.Kills.Answers;

/// <summary>Requests to one life of the process.</summary>
public sealed class Calls(Uri address) : IDisposable
{
    /// <summary>Longer than the service's own limit of a call: past it, something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new() { BaseAddress = new Uri(address, "/api/v1/"), Timeout = Patience };

    public Task<Answer> Get(string? secret, string path) => Send(secret, HttpMethod.Get, path);

    public Task<Answer> Post(string? secret, string path, object? json = null)
        => Send(secret, HttpMethod.Post, path, json is null ? null : JsonContent.Create(json));

    /// <exception cref="UnansweredException">The process ended first.</exception>
    /// <exception cref="LostException">No answer came, and the process did not end either.</exception>
    public async Task<Answer> Send(string? secret, HttpMethod method, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (secret is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        try
        {
            using var response = await http.SendAsync(request);
            return new Answer($"{method} {path}", (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync());
        }
        // A socket that was connected and reset at once comes bare.
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException)
        {
            throw new UnansweredException($"{method} {path}", broken);
        }
        catch (TaskCanceledException slow)
        {
            throw new LostException($"{method} {path} was not answered within {Patience.TotalSeconds} s", slow);
        }
    }

    public void Dispose() => http.Dispose();
}
