using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Storage.Azure;

/// <summary>The highest moment decided by, of all nodes, as one line of text in a blob beside the documents.</summary>
/// <remarks>
/// Read once, before anything is decided, and written behind the requests: nobody waits for the storage. A restart of all nodes
/// forgets what came since the last writing, as <see cref="IClockMemory"/> allows. A smaller moment never replaces a greater.
/// </remarks>
public sealed class BlobClockMemory(BlobContainerClient container, [FromKeyedServices(Clocks.Service)] TimeProvider clock) : BackgroundService, IClockMemory
{
    public const string BlobName = "clock";

    private const int MaxBytes = 64;

    /// <summary>The clock gives one as often as this; one that could not be written is tried again as often.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly BlockBlobClient blob = container.GetBlockBlobClient(BlobName);
    private readonly Lock gate = new();
    private DateTimeOffset? highest;
    private DateTimeOffset? written;
    private volatile string? trouble;
    private volatile bool isLoaded;

    /// <exception cref="InvalidDataException">The blob holds no moment; the message says what to do.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        written = (await Load(cancellationToken))?.Moment;
        lock (gate) highest = written;
        isLoaded = true;
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Null in storage that never kept one.</summary>
    public DateTimeOffset? Read()
    {
        if (!isLoaded) throw new InvalidOperationException("The clock's memory is read when the host starts, before anything is decided.");
        lock (gate) return highest;
    }

    /// <exception cref="IOException">The last writing failed; this moment will be written when one succeeds.</exception>
    public void Write(DateTimeOffset highWater)
    {
        lock (gate) highest = highest > highWater ? highest : highWater;
        if (trouble is { } reason) throw new IOException(reason);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Interval, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken)) await Keep(stoppingToken);
    }

    /// <summary>Writes what is not written yet, unless another node has written a greater moment.</summary>
    public async Task Keep(CancellationToken cancellation)
    {
        DateTimeOffset? moment;
        lock (gate) moment = highest;
        if (moment is not { } mine || mine <= written) return;
        try
        {
            var stored = await Load(cancellation);
            if (stored is null || stored.Value.Moment < mine) await Replace(mine, stored?.Mark, cancellation);
            (written, trouble) = (mine, null);
        }
        catch (RequestFailedException lost) when (lost.ErrorCode == BlobErrorCode.ConditionNotMet || lost.ErrorCode == BlobErrorCode.BlobAlreadyExists || lost.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // Another node wrote meanwhile; what it wrote is compared in the next round.
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            trouble = $"{blob.Uri}: {fault.Message}";
        }
    }

    private async Task<(DateTimeOffset Moment, ETag Mark)?> Load(CancellationToken cancellation)
    {
        try
        {
            using var download = (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            if (download.Details.ContentLength > MaxBytes) throw NoMoment($"{download.Details.ContentLength} bytes");
            var bytes = new byte[download.Details.ContentLength];
            await download.Content.ReadExactlyAsync(bytes, cancellation);
            var text = Encoding.ASCII.GetString(bytes).Trim();
            return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? (moment, download.Details.ETag)
                : throw NoMoment($"'{text}'");
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private async Task Replace(DateTimeOffset moment, ETag? known, CancellationToken cancellation)
    {
        var block = RandomName.NewBlock();
        using var body = new MemoryStream(Encoding.ASCII.GetBytes(moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)));
        await blob.StageBlockAsync(block, body, cancellationToken: cancellation);
        var conditions = known is { } mark ? new BlobRequestConditions { IfMatch = mark } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        await blob.CommitBlockListAsync([block], new CommitBlockListOptions { Conditions = conditions }, cancellation);
    }

    private InvalidDataException NoMoment(string found) => new(
        $"{blob.Uri} holds {found}, and no moment. Write the last time at which this service surely ran into it, for example 2026-08-13T00:01:00.0000000Z, or delete it.");
}
