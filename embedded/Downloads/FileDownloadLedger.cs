using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Win32.SafeHandles;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Embedded.Documents;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.Downloads;

/// <summary>The download ledger of one process: an append-only log in files, folded into the Results grains behind the requests.</summary>
/// <remarks>docs/download-ledger.md has the format and the protocol. One process at a time (see <see cref="DataFolder"/>).</remarks>
public sealed partial class FileDownloadLedger : IDownloadLedger, IDisposable
{
    /// <summary>So many different fetches (a user or key, a document) wait in memory to be folded, at about 200 bytes each; past it downloads are refused.</summary>
    public const int MaxUnfolded = 200_000;

    /// <summary>A round takes the centres that have waited longest, so that a spike's folding takes a small share of the machine.</summary>
    private const int MaxCentresARound = 1_000;

    private static readonly TimeSpan RoundInterval = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim leftAtOnce = new(1);
    private readonly DownloadFolding folding;
    private readonly ILogger<FileDownloadLedger> logger;
    private readonly LedgerFolder folder;
    private readonly LedgerFile file;
    private readonly LedgerWriter writer;
    private readonly UnfoldedDownloads unfolded;
    /// <summary>Also those whose files have gone since the start: a crash may bring back a file, but not a grain's place in it.</summary>
    private readonly IReadOnlyList<string> logs;
    private volatile IReadOnlyList<LedgerSegment> left;
    private bool closed;

    private FileDownloadLedger(LedgerFolder folder, DownloadFolding folding, StorageHealth health, ILogger<FileDownloadLedger> logger, Action<SafeFileHandle> flush)
    {
        (this.folder, this.folding, this.logger) = (folder, folding, logger);
        left = folder.Left;
        // New at every start: a restored file can never bring numbers that a grain takes for ones it has.
        var log = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        unfolded = new UnfoldedDownloads(LedgerSegment.LogId(log));
        logs = [.. left.Select(segment => segment.Log).Append(unfolded.Log).Distinct()];
        file = new LedgerFile(folder, log, flush);
        writer = new LedgerWriter(file, unfolded, health);
    }

    /// <summary>Looks through the folder, which is made with the first entry.</summary>
    /// <param name="flush">Makes a file's bytes durable; the system's flush where none is given.</param>
    /// <exception cref="InvalidDataException">A file is lost or damaged; the message says which and what to do.</exception>
    public static FileDownloadLedger Open(
        string path, DownloadFolding folding, StorageHealth? health = null, ILogger<FileDownloadLedger>? logger = null, Action<SafeFileHandle>? flush = null)
        => new(LedgerFolder.Open(path), folding, health ?? StorageHealth.Unwatched(), logger ?? NullLogger<FileDownloadLedger>.Instance, flush ?? FileFlush.BySystem);

    public ValueTask Record(in Download download)
    {
        if (unfolded.Count >= MaxUnfolded / 2) due.Writer.TryWrite(true);
        if (unfolded.Count >= MaxUnfolded) throw new OverloadedException($"{unfolded.Count} fetches wait to be folded, the bound: this one was not recorded.");
        return writer.Add(download);
    }

    public async Task Settle(SeriesCode series, CentreNumber centre)
    {
        if (!await FoldLeft(entry => entry.Download.Series == series && entry.Download.Centre == centre, CancellationToken.None))
            throw new StorageUnavailableException($"Downloads of centre {centre} in {series} are in the ledger and can't be brought into its state.");
        await folding.Fold(unfolded, logs, series, centre);
    }

    /// <summary>Folds in rounds until cancelled.</summary>
    public async Task FoldInRounds(TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        await using var timer = clock.CreateTimer(_ => due.Writer.TryWrite(true), state: null, RoundInterval, RoundInterval);
        await foreach (var _ in due.Reader.ReadAllAsync(cancellation))
        {
            try
            {
                await FoldLeft(cancellation);
                await Fold(MaxCentresARound, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                RoundFailed(logger, fault);
            }
        }
    }

    /// <summary>Folds what earlier processes left. A file goes once all of it is folded; what fails is logged and stays for the next time.</summary>
    public Task<bool> FoldLeft(CancellationToken cancellation) => FoldLeft(wanted: null, cancellation);

    /// <summary>Folds everything recorded so far; what fails is logged and stays in the ledger.</summary>
    public async Task<bool> FoldAll(CancellationToken cancellation) => await FoldLeft(cancellation) & await Fold(int.MaxValue, cancellation);

    /// <summary>Makes durable what was accepted. Where all is folded, no file stays.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true)) return;
        writer.Dispose();
        file.Close(unfolded.FoldedThrough);
        leftAtOnce.Dispose();
    }

    private async Task<bool> Fold(int maxCentres, CancellationToken cancellation)
    {
        var folded = await folding.Fold(unfolded, logs, maxCentres, cancellation);
        file.DeleteFull(unfolded.FoldedThrough);
        return folded;
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
                var wasFolded = await folding.FoldLeft(segment.Log, wanted is null ? entries : [.. entries.Where(wanted)], logs, cancellation);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The download ledger's files can't be read or deleted. They stay; it is tried again in the next round.")]
    private static partial void RoundFailed(ILogger logger, Exception fault);
}
