using System.Security.Cryptography;
using ResultsGrid.LoadTests.Nights.Figures;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>One connection of a client, opened when it is first needed and again after it broke. One request at a time.</summary>
/// <remarks>A latency counts from the moment that the plan intended, so waiting for the connection to be free is in it (no coordinated omission).</remarks>
public sealed class NightLine(WireAddress address, WireLimits limits, NightClock clock, NightMeter meter, CancellationToken cancellation) : IDisposable
{
    private readonly SemaphoreSlim free = new(1);
    private WireConnection? connection;
    private bool answerBegan;

    /// <summary>Null: only the meter counts.</summary>
    public IRequestWitness? Witness { get; set; }

    /// <returns>Null where no whole answer came: the meter has counted why.</returns>
    public async Task<NightAnswer?> Ask(NightRequest request, TimeSpan due)
    {
        ArgumentNullException.ThrowIfNull(request);
        await clock.Until(due, cancellation);
        if (free.CurrentCount > 0) meter.Woke(clock.Now - due);
        await free.WaitAsync(cancellation);
        try
        {
            meter.Arrived(due);
            var answer = await AskNow(request);
            var at = clock.Now;
            var isServed = meter.Answered(request.Kind, due, at, answer.Status, answer.Bytes);
            await Tell($"{answer.Status}", isServed, at, answer.Bytes);
            return answer;
        }
        catch (WireException broken)
        {
            Drop();
            var at = clock.Now;
            meter.Broke(request.Kind, at, broken.Fault);
            await Tell($"{broken.Fault}", isServed: false, at, bytes: 0);
            return null;
        }
        finally
        {
            free.Release();
        }

        Task Tell(string outcome, bool isServed, TimeSpan at, long bytes) => Witness?.Saw(new SeenRequest(request.Kind, outcome, isServed, at - due, bytes)) ?? Task.CompletedTask;
    }

    public void Dispose()
    {
        Drop();
        free.Dispose();
    }

    private async Task<NightAnswer> AskNow(NightRequest request)
    {
        var askedAt = clock.Wall;
        var wasOpen = connection is not null;
        try
        {
            return await Exchange(request, askedAt);
        }
        catch (WireException closed) when (wasOpen && closed.Fault == WireFault.ClosedEarly && !answerBegan)
        {
            // The server may close an idle connection at any moment (RFC 9112, 9.3.1); every client asks once more then.
            Drop();
            return (await Exchange(request, askedAt)) with { WasAskedTwice = true };
        }
    }

    private async Task<NightAnswer> Exchange(NightRequest request, DateTimeOffset askedAt)
    {
        answerBegan = false;
        connection ??= await WireConnection.Open(address, limits, cancellation);
        await connection.Write(request.Bytes);
        var head = await connection.Read(request.IsHead);
        answerBegan = true;
        var answer = new NightAnswer(
            head.Status, head.Find("etag"u8)?.Trim('"'), head.Find("content-encoding"u8), head.Find("content-range"u8),
            head.FindNumber("retry-after"u8) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            "", 0, head.FindNumber("content-length"u8), null, WasAskedTwice: false, askedAt, clock.Wall);
        answer = await ReadBody(connection, request, answer);
        if (request.BreaksOffAfter is not null || !connection.StaysOpen) Drop();
        return answer;
    }

    private static async Task<NightAnswer> ReadBody(WireConnection connection, NightRequest request, NightAnswer answer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var kept = request.KeepsBody ? new MemoryStream() : null;
        var (bytes, wanted) = (0L, request.BreaksOffAfter ?? long.MaxValue);
        while (bytes < wanted && await connection.ReadBody() is { Length: > 0 } came)
        {
            var piece = came[..(int)Math.Min(came.Length, wanted - bytes)];
            hash.AppendData(piece.Span);
            kept?.Write(piece.Span);
            bytes += piece.Length;
        }

        return answer with { Hash = Convert.ToHexStringLower(hash.GetHashAndReset()), Bytes = bytes, Body = kept?.ToArray() };
    }

    private void Drop()
    {
        connection?.Dispose();
        connection = null;
    }
}
