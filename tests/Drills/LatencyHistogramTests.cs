using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.Tests.Drills;

/// <summary>Quantiles from buckets, against the sorted durations themselves.</summary>
public sealed class LatencyHistogramTests
{
    private static readonly double[] Shares = [0.001, 0.5, 0.9, 0.99, 0.999, 1];

    [Fact]
    public void No_quantile_is_below_the_true_one_nor_above_it_by_more_than_the_precision()
        => Prop.ForAll(Durations().ToArbitrary(), ticks =>
        {
            var (histogram, sorted) = (Recorded(ticks), ticks.Order().ToArray());
            foreach (var share in Shares)
            {
                var exact = sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
                var told = histogram.Quantile(share).Ticks;
                Assert.True(told >= exact && told <= exact * (1 + LatencyHistogram.Precision), $"{share} of {sorted.Length}: {exact} ticks, told {told}");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merged_histograms_are_the_histogram_of_all()
        => Prop.ForAll(Durations().ToArbitrary(), Durations().ToArbitrary(), (first, second) =>
        {
            var merged = Recorded(first);
            merged.Merge(Recorded(second));
            var whole = Recorded([.. first, .. second]);
            Assert.Equal(whole.Buckets, merged.Buckets);
            Assert.Equal((whole.Count, whole.Max, whole.Mean), (merged.Count, merged.Max, merged.Mean));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_duration_lies_in_the_bucket_that_counts_it()
        => Prop.ForAll(Durations().ToArbitrary(), ticks => Assert.All(ticks, one =>
        {
            var (from, below, count) = Assert.Single(Recorded([one]).Buckets);
            Assert.True(from.Ticks <= one && one < below.Ticks && count == 1, $"{one} ticks lie in {from.Ticks} to {below.Ticks}, counted {count}");
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Recording_allocates_nothing()
    {
        var histogram = Recorded([1]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var ticks = 0; ticks < 10_000; ticks++) histogram.Record(TimeSpan.FromTicks(ticks));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_duration_of_a_week_counts_as_the_longest_and_its_length_is_kept()
    {
        var histogram = Recorded([TimeSpan.FromDays(7).Ticks]);
        Assert.Equal((1, TimeSpan.FromDays(7)), (histogram.Count, histogram.Max));
        Assert.Equal(TimeSpan.Zero, Recorded([]).Quantile(0.99));
    }

    private static LatencyHistogram Recorded(IEnumerable<long> ticks)
    {
        var histogram = new LatencyHistogram();
        foreach (var one in ticks) histogram.Record(TimeSpan.FromTicks(one));
        return histogram;
    }

    /// <summary>From 0 to over an hour, as many short ones as long ones.</summary>
    private static Gen<long[]> Durations()
        => Gen.Choose(0, 35).SelectMany(bits => Gen.Choose(0, int.MaxValue), (bits, share) => (long)((1L << bits) * (share / (double)int.MaxValue))).NonEmptyListOf().Select(all => all.ToArray());
}
