using System.Net.Http.Headers;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>An operator who works through the public API, as any client would.</summary>
public sealed class OperatorClient(HttpClient http) : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>How often a service that is busy for a moment is asked again, after the seconds that it says.</summary>
    private const int MaxRetries = 20;

    /// <summary>The session's token.</summary>
    public string? Token => http.DefaultRequestHeaders.Authorization?.Parameter;

    public static Task<OperatorClient> SignIn(Uri address, Credentials credentials, CancellationToken cancellation)
        => SignIn(new HttpClient { BaseAddress = new Uri(address, "/api/v1/") }, credentials, cancellation);

    /// <param name="http">Whose base address is the API's; it goes with the operator.</param>
    public static async Task<OperatorClient> SignIn(HttpClient http, Credentials credentials, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(credentials);
        var client = new OperatorClient(http);
        var session = await client.Send<OpenedSession>(HttpMethod.Post, "session", () => JsonContent.Create(credentials), cancellation, isRepeatable: true);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.Token);
        return client;
    }

    public Task<ShownJob> Load(byte[] package, CancellationToken cancellation) => Load(new ByteArrayContent(package), cancellation);

    /// <summary>Sends a package from a stream, which ends closed: a national one is 100 MB.</summary>
    public Task<ShownJob> Load(Stream package, CancellationToken cancellation) => Load(new StreamContent(package), cancellation);

    public Task<ShownJob> Award(SeriesCode series, CancellationToken cancellation)
        => Send<ShownJob>(HttpMethod.Post, $"series/{series}/award", body: null, cancellation);

    public Task<ShownJob> Publish(SeriesCode series, CancellationToken cancellation)
        => Send<ShownJob>(HttpMethod.Post, $"series/{series}/publication", body: null, cancellation);

    public Task<SeriesRelease> Approve(SeriesCode series, CancellationToken cancellation)
        => Send<SeriesRelease>(HttpMethod.Post, $"series/{series}/approval", body: null, cancellation);

    public Task<CreatedUser> AddUser(CentreNumber centre, NewUser user, CancellationToken cancellation)
        => Send<CreatedUser>(HttpMethod.Post, $"centres/{centre}/users", () => JsonContent.Create(user, options: ContractJson.Options), cancellation);

    public Task<CreatedKey> AddKey(CentreNumber centre, NewKey key, CancellationToken cancellation)
        => Send<CreatedKey>(HttpMethod.Post, $"centres/{centre}/keys", () => JsonContent.Create(key, options: ContractJson.Options), cancellation);

    /// <summary>Waits until a job has ended, telling how far it is.</summary>
    /// <exception cref="InvalidOperationException">It was refused, or stopped at some centres.</exception>
    public async Task Follow(ShownJob job, Action<ShownJob> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(progress);
        while (job.FinishedAt is null)
        {
            progress(job);
            await Task.Delay(PollInterval, cancellation);
            job = await Send<ShownJob>(HttpMethod.Get, $"jobs/{job.Id}", body: null, cancellation);
        }

        progress(job);
        if (job.Stage == JobStage.Refused) throw new InvalidOperationException($"Job {job.Id} was refused: {job.Faults[0]}");
        if (job.Stopped.Count > 0) throw new InvalidOperationException($"Job {job.Id} stopped at {job.Stopped.Count} centres, first {job.Stopped[0]}");
    }

    public void Dispose() => http.Dispose();

    private async Task<ShownJob> Load(HttpContent zip, CancellationToken cancellation)
    {
        zip.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return await Send<ShownJob>(HttpMethod.Post, "series", () => zip, cancellation);
    }

    /// <param name="body">Makes what is sent, once for each try.</param>
    /// <param name="isRepeatable">Whether it does no harm if it was done before: what reads does none.</param>
    private async Task<T> Send<T>(HttpMethod method, string path, Func<HttpContent>? body, CancellationToken cancellation, bool isRepeatable = false)
    {
        for (var retries = 0; ; retries++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body?.Invoke() };
            using var response = await http.SendAsync(request, cancellation);
            if ((isRepeatable || method == HttpMethod.Get) && response.Headers.RetryAfter?.Delta is { } wait && retries < MaxRetries)
            {
                await Task.Delay(wait, cancellation);
                continue;
            }

            var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
            return JsonSerializer.Deserialize<T>(answer, ContractJson.Options)!;
        }
    }
}
