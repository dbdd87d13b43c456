using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.LoadTests.Nights.Preparation;

/// <summary>Sets when the night's series opens, through the API: one operator proposes, another approves.</summary>
public sealed class NightSchedule(Uri address, SeriesCode series, string proposer, string approver) : IDisposable
{
    private static readonly ScheduleTimes FarAhead = new("2099-08-13T00:01", "2099-08-14T08:00");
    private static readonly TimeSpan UntilCandidates = TimeSpan.FromDays(1);

    private readonly HttpClient http = new() { BaseAddress = new Uri(address, "/api/v1/") };

    public async Task<ReleaseState> State() => (await Send<ShownSeries>(HttpMethod.Get, $"series/{series}", proposer, body: null)).State;

    /// <summary>Puts the release so far ahead that nobody who is here now will see it. To postpone needs no approval.</summary>
    /// <returns>The schedule in force; null where none ever was: then nothing is open that could be closed.</returns>
    /// <exception cref="InvalidOperationException">The service refused.</exception>
    public async Task<ReleaseSchedule?> Close()
        => (await Send<SeriesRelease>(HttpMethod.Put, $"series/{series}/release", proposer, FarAhead)).Approved?.Schedule;

    /// <summary>Closes the series, and has it open so far ahead, on a whole second.</summary>
    /// <returns>The moment that the service has approved.</returns>
    /// <exception cref="InvalidOperationException">The service refused.</exception>
    public async Task<DateTimeOffset> OpenIn(TimeSpan lead, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        await Close();
        var wanted = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + lead).ToUnixTimeSeconds() + 1);
        await Send<SeriesRelease>(HttpMethod.Put, $"series/{series}/release", proposer, new ScheduleTimes(London(wanted), London(wanted + UntilCandidates)));
        var approved = (await Send<SeriesRelease>(HttpMethod.Post, $"series/{series}/approval", approver, body: null)).Approved!.Schedule.RestrictedRelease;
        // In the hour that the autumn change repeats, a wall time means its second pass.
        return approved == wanted ? wanted : throw new InvalidOperationException($"The release was to be {wanted:O} and became {approved:O}.");
    }

    public void Dispose() => http.Dispose();

    private static string London(DateTimeOffset moment) => LondonTime.AtLondon(moment).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private async Task<T> Send<T>(HttpMethod method, string path, string token, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: ContractJson.Options) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
        return JsonSerializer.Deserialize<T>(answer, ContractJson.Options)!;
    }
}
