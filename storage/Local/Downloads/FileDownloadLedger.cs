using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Storage.Local.Downloads;

/// <summary>The download ledger of one process: an append-only log in files, folded into the Results grains behind the requests.</summary>
/// <remarks>docs/download-ledger.md has the format and the protocol. One process at a time (see <see cref="DataFolder"/>).</remarks>
public sealed class FileDownloadLedger : IFoldedLedger, IDisposable
{
    /// <summary>
    /// Until the rush that a download came in is over: folding would take processors and disk from it, and a centre that fetches ten documents is folded once.
    /// Nobody waits for it, since a list brings its own centre up to date.
    /// </summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim leftAtOnce = new(1);
    private readonly DownloadFolding folding;
    private readonly LedgerFolder folder;
    private readonly LedgerFile file;
    private readonly OpenLog open;
    /// <summary>Also those whose files have gone since the start: a crash may bring back a file, but not a grain's place in it.</summary>
    private readonly LogsInUse logs;
    private volatile IReadOnlyList<LedgerSegment> left;
    private bool closed;

    private FileDownloadLedger(LedgerFolder folder, DownloadFolding folding, StorageHealth health, ILogger<FileDownloadLedger> logger, Action<SafeFileHandle> flush)
    {
        (this.folder, this.folding) = (folder, folding);
        left = folder.Left;
        // New at every start: a restored file can never bring numbers that a grain takes for ones it has.
        var log = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        file = new LedgerFile(folder, log, flush);
        logs = new LogsInUse([.. left.Select(segment => segment.Stretch.Log).Append(file.Log).Distinct()]);
        open = new OpenLog(file, folding, Rest, health, logger);
    }

    /// <summary>Looks through the folder, which is made with the first entry.</summary>
    /// <param name="flush">Makes a file's bytes durable; the system's flush where none is given.</param>
    /// <exception cref="InvalidDataException">A file is lost or damaged; the message says which and what to do.</exception>
    public static FileDownloadLedger Open(
        string path, DownloadFolding folding, StorageHealth? health = null, ILogger<FileDownloadLedger>? logger = null, Action<SafeFileHandle>? flush = null)
        => new(LedgerFolder.Open(path), folding, health ?? StorageHealth.Unwatched(), logger ?? NullLogger<FileDownloadLedger>.Instance, flush ?? FileFlush.ContentBySystem);

    public ValueTask Record(in Download download) => open.Record(download);

    public async Task Settle(SeriesCode series, CentreNumber centre)
    {
        if (!await FoldLeft(entry => entry.Download.Series == series && entry.Download.Centre == centre, CancellationToken.None))
            throw new StorageUnavailableException($"Downloads of centre {centre} in {series} are in the ledger and can't be brought into its state.");
        await open.Fold(logs, series, centre);
    }

    public Task FoldInRounds(TimeProvider clock, CancellationToken cancellation) => open.InRounds(clock, round => FoldRound(clock, round), cancellation);

    /// <summary>Folds what earlier processes left. A file goes once all of it is folded; what fails is logged and stays for the next time.</summary>
    public Task<bool> FoldLeft(CancellationToken cancellation) => FoldLeft(wanted: null, cancellation);

    public async Task<bool> FoldAll(CancellationToken cancellation)
    {
        var isFolded = await FoldLeft(cancellation) & await open.FoldAll(logs, cancellation);
        file.DeleteFull(open.FoldedThrough);
        return isFolded;
    }

    /// <summary>Makes durable what was accepted. Where all is folded, no file stays.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true)) return;
        open.Dispose();
        file.Close(open.FoldedThrough);
        leftAtOnce.Dispose();
    }

    private async Task FoldRound(TimeProvider clock, CancellationToken cancellation)
    {
        await FoldLeft(cancellation);
        await open.FoldRound(logs, clock, cancellation);
        file.DeleteFull(open.FoldedThrough);
    }

    /// <param name="wanted">Which entries matter; null: all, and then files go.</param>
    private async Task<bool> FoldLeft(Func<NumberedDownload, bool>? wanted, CancellationToken cancellation)
    {
        if (left.Count == 0) return true;
        await leftAtOnce.WaitAsync(cancellation);
        try
        {
            var isFolded = true;
            foreach (var segment in left)
            {
                var entries = segment.Read();
                var wasFolded = await folding.FoldLeft(segment.Stretch.Log, wanted is null ? entries : [.. entries.Where(wanted)], logs, cancellation);
                isFolded &= wasFolded;
                // In order, so that none is missing between two.
                if (wanted is not null || !isFolded) continue;
                folder.Delete(segment.Path);
                left = [.. left.Where(one => one != segment)];
            }

            return isFolded;
        }
        finally
        {
            leftAtOnce.Release();
        }
    }
}
