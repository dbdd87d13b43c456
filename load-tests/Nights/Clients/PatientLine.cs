using System.Globalization;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>Asks until it is served, as clients do: again after what Retry-After says, or a second, with jitter. Checks of every answer that it is not early.</summary>
public sealed class PatientLine(Night night, NightLine line, Random chance) : IDisposable
{
    private const int Forbidden = 403;

    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(1);

    private int refusals;

    /// <summary>How often it was told to come again, or had no whole answer; sign-ins apart.</summary>
    public int Refusals => Volatile.Read(ref refusals);

    /// <summary>Told of each try.</summary>
    public IRequestWitness? Witness
    {
        get => line.Witness;
        set => line.Witness = value;
    }

    /// <param name="expected">The statuses that serve it.</param>
    /// <param name="broke">Told of each try that had no whole answer.</param>
    /// <returns>Null where it gave up, which is a finding.</returns>
    public async Task<NightAnswer?> Ask(NightRequest request, TimeSpan due, string where, int[] expected, Action? broke = null)
    {
        var last = "";
        for (var attempt = 1; attempt <= Night.MaxTries; attempt++)
        {
            var answer = await line.Ask(request, due);
            if (answer is null or { WasAskedTwice: true }) broke?.Invoke();
            if (answer is not null) Check(request.Kind, answer, where);
            if (answer is not null && expected.Contains(answer.Status)) return answer;
            last = answer is null ? "no whole answer" : $"{answer.Status}";
            if (answer is not (null or { Status: >= 500 or 429 })) break;
            if (request.Kind != RequestKind.SignIn) Interlocked.Increment(ref refusals);
            due = night.Clock.Now + ((answer?.RetryAfter ?? BackOff) * (1 + chance.NextDouble()));
        }

        night.Findings.Expect(false, Findings.Check.EveryoneServed, where, string.Join(" or ", expected), last);
        return null;
    }

    public void Dispose() => line.Dispose();

    private void Check(RequestKind kind, NightAnswer answer, string where)
    {
        if (night.IsReleased || kind == RequestKind.SignIn || answer.AnsweredAt >= night.Clock.Release) return;
        night.Findings.Expect(
            answer.Status >= 400, Findings.Check.NothingEarly, where, $"a refusal before {night.Clock.Release:O}", $"{answer.Status} with {answer.Bytes} bytes at {answer.AnsweredAt:O}");
        if (answer.Status != Forbidden) return;
        // Whole seconds, rounded up: told at any moment between asking and answering.
        var (earliest, latest) = (answer.AskedAt + answer.RetryAfter, answer.AnsweredAt + answer.RetryAfter);
        night.Findings.Expect(
            latest >= night.Clock.Release && earliest <= night.Clock.Release.AddSeconds(1), Findings.Check.RetryAfterIsTheRelease, where,
            $"Retry-After up to {night.Clock.Release:O}, rounded up to a second", $"{answer.RetryAfter?.TotalSeconds.ToString(CultureInfo.InvariantCulture) ?? "none"} at {answer.AnsweredAt:O}");
    }
}
