using System.Numerics;

namespace ResultsGrid.LoadTests.Latencies;

/// <summary>Counts durations in buckets that widen with the duration, so that every quantile is known to within 1/128.</summary>
/// <remarks>
/// Up to 128 ticks (of 100 ns) a bucket is one tick wide; beyond, each doubling has 128 buckets (as in HdrHistogram, Tene
/// 2012). Recording allocates nothing and may be done by several threads; reading while others record gives a mixture.
/// </remarks>
public sealed class LatencyHistogram
{
    /// <summary>No quantile is off by more than this share of itself.</summary>
    public const double Precision = 1.0 / BucketsPerDoubling;

    private const int BucketBits = 7;
    private const int BucketsPerDoubling = 1 << BucketBits;

    /// <summary>Two hours; what takes longer counts there, and <see cref="Max"/> has it exactly.</summary>
    private const int LargestBit = 36;

    private readonly long[] counts = new long[(LargestBit - BucketBits + 2) * BucketsPerDoubling];
    private long max;
    private long sum;

    public long Count => counts.Sum();

    public TimeSpan Max => TimeSpan.FromTicks(Interlocked.Read(ref max));

    public TimeSpan Mean => Count is var count and > 0 ? TimeSpan.FromTicks(Interlocked.Read(ref sum) / count) : TimeSpan.Zero;

    /// <summary>The buckets that hold anything, shortest first: those durations lie below <c>Below</c> and not below <c>From</c>.</summary>
    public IEnumerable<(TimeSpan From, TimeSpan Below, long Count)> Buckets
        => counts.Index().Where(bucket => bucket.Item > 0).Select(bucket => (TimeSpan.FromTicks(Lowest(bucket.Index)), TimeSpan.FromTicks(Lowest(bucket.Index + 1)), bucket.Item));

    /// <summary>A duration below 0, which only a clock set back gives, counts as none.</summary>
    /// <param name="times">How often it was seen.</param>
    public void Record(TimeSpan duration, long times = 1)
    {
        var ticks = Math.Max(0, duration.Ticks);
        Interlocked.Add(ref counts[Bucket(ticks)], times);
        Interlocked.Add(ref sum, ticks * times);
        RaiseMax(ticks);
    }

    /// <summary>Adds what another has counted.</summary>
    public void Merge(LatencyHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var bucket = 0; bucket < counts.Length; bucket++) Interlocked.Add(ref counts[bucket], other.counts[bucket]);
        Interlocked.Add(ref sum, Interlocked.Read(ref other.sum));
        RaiseMax(other.Max.Ticks);
    }

    /// <summary>The duration that this share of all did not exceed: never below the true one, and above it by at most <see cref="Precision"/>. Zero where nothing was recorded.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public TimeSpan Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var rank = (long)Math.Ceiling(share * Count);
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            rank -= counts[bucket];
            if (rank <= 0) return TimeSpan.FromTicks(Math.Min(Max.Ticks, Lowest(bucket + 1) - 1));
        }

        return Max;
    }

    private static int Bucket(long ticks)
    {
        var within = Math.Min(ticks, (1L << (LargestBit + 1)) - 1);
        var shift = Math.Max(0, BitOperations.Log2((ulong)within) - BucketBits);
        return (shift * BucketsPerDoubling) + (int)(within >> shift);
    }

    /// <summary>The shortest duration, in ticks, that falls into a bucket.</summary>
    private static long Lowest(int bucket)
    {
        var shift = Math.Max(0, (bucket / BucketsPerDoubling) - 1);
        return (long)(bucket - (shift * BucketsPerDoubling)) << shift;
    }

    private void RaiseMax(long ticks)
    {
        var seen = Interlocked.Read(ref max);
        while (ticks > seen)
        {
            var before = Interlocked.CompareExchange(ref max, ticks, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
