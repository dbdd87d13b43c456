using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.WarmUp;

/// <summary>Reads ahead of the doors' opening what the first minute will ask for: every centre's snapshots, and as many documents as fit.</summary>
/// <remarks>A centre that can't be read is reported and left for its own requests to find; it holds up nobody else's.</remarks>
public sealed partial class Primer(
    ServedState served, CheckedDocuments documents, Readiness readiness, Ingress ingress, IOptions<DocumentCacheOptions> cache, [FromKeyedServices(Clocks.Service)] TimeProvider clock, ILogger<Primer> logger)
{
    /// <summary>Results that came out longer ago are asked for now and then, and then read.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>What stays in the store, and was found whole there by this process: a hash for each, as many as were published.</summary>
    private readonly ConcurrentDictionary<ContentHash, bool> foundWhole = new();

    /// <summary>Reads what is not in memory yet.</summary>
    /// <param name="width">Centres read side by side.</param>
    /// <param name="checksTheRest">Whether documents that memory doesn't hold are read in the store, once: damage shows before the night, and the system may have them at hand.</param>
    /// <param name="onProgress">Hears how many are done, of how many.</param>
    public async Task Run(int width, bool checksTheRest, Action<int, int> onProgress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(onProgress);
        var (began, before, done) = (clock.GetTimestamp(), documents.CachedBytes, 0);
        var unread = new ConcurrentBag<string>();
        var shelves = (await served.Directory).Shelves.ToList();
        await Parallel.ForEachAsync(shelves, new ParallelOptions { MaxDegreeOfParallelism = width, CancellationToken = cancellation }, async (shelf, _) =>
        {
            try
            {
                await Prime(shelf, checksTheRest, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // Every minute is told once: the first time.
                if (!readiness.Unread.Contains(shelf)) Unreadable(logger, shelf, fault);
                unread.Add(shelf);
            }

            onProgress(Interlocked.Increment(ref done), shelves.Count);
        });
        readiness.Unread = [.. unread.Order(StringComparer.Ordinal)];
        var (megabytes, seconds) = (documents.CachedBytes / 1_000_000, clock.GetElapsedTime(began).TotalSeconds);
        if (before != documents.CachedBytes) Primed(logger, done - unread.Count, done, megabytes, seconds);
    }

    private async Task Prime(string shelf, bool checksTheRest, CancellationToken cancellation)
    {
        await served.Access.Get(shelf);
        if (!CentreNumber.TryParse(shelf, null, out var centre)) return;
        foreach (var series in (await served.Centres.Get(shelf)).Profile?.Series ?? [])
        {
            if (!await OpensSoonOrLately(series)) continue;
            foreach (var document in (await served.ResultsOf(series, centre)).Documents) await Prime(document, checksTheRest, cancellation);
        }
    }

    private async Task<bool> OpensSoonOrLately(SeriesCode series)
        => (await served.Releases.Get(series.ToString())).Approved is { } approved && approved.Schedule.CandidateRelease > clock.GetUtcNow() - Lately;

    private async Task Prime(ServedDocument document, bool checksTheRest, CancellationToken cancellation)
    {
        foreach (var form in document.StoredForms)
        {
            if (form.Bytes <= CheckedDocuments.MaxCachedDocumentBytes && documents.CachedBytes + form.Bytes <= cache.Value.MaxBytes) await documents.Read(document.Document.Content, form);
            else if (checksTheRest && documents.Find(form) is null) await Check(form.Hash, cancellation);
        }
    }

    /// <summary>Whoever is served goes first: what is passed over now is checked in a later minute.</summary>
    private async Task Check(ContentHash hash, CancellationToken cancellation)
    {
        if (ingress.Waiting > 0 || foundWhole.ContainsKey(hash)) return;
        await using var whole = await documents.Open(hash, cancellation);
        foundWhole[hash] = true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Centre {Shelf} could not be read ahead; the others are served. POST /api/v1/series/SERIES/check rebuilds damaged documents.")]
    private static partial void Unreadable(ILogger logger, string shelf, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Read} of {Centres} centres read ahead, with {Megabytes} MB of documents, in {Seconds:F1} s.")]
    private static partial void Primed(ILogger logger, int read, int centres, long megabytes, double seconds);
}
