using System.Threading.Channels;
using ResultsGrid.Gateway.Snapshots;

namespace ResultsGrid.Tests.HotPath;

public class SnapshotsTests
{
    private const string Key = "10101";

    private readonly Channel<TaskCompletionSource<string>> readings = Channel.CreateUnbounded<TaskCompletionSource<string>>();

    [Fact]
    public async Task It_is_read_once_however_many_ask()
    {
        var snapshots = new Snapshots<string>(Read, 10);
        var first = snapshots.Get(Key);
        var second = snapshots.Get(Key);
        (await Begun()).SetResult("one");
        Assert.Equal("one", await first);
        Assert.Equal("one", await second);
        Assert.Equal("one", await snapshots.Get(Key));
        Assert.Equal("one", snapshots.Find(Key));
        Assert.False(readings.Reader.TryRead(out _));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_being_read_when_it_changed_is_not_kept(bool theOldEndsFirst)
    {
        var snapshots = new Snapshots<string>(Read, 10);
        var before = snapshots.Get(Key);
        var old = await Begun();
        snapshots.Drop(Key);
        var after = snapshots.Get(Key);
        var young = await Begun();

        if (theOldEndsFirst) old.SetResult("old");
        young.SetResult("new");
        Assert.Equal("new", await after);
        if (!theOldEndsFirst) old.SetResult("old");
        Assert.Equal("old", await before);
        Assert.Equal("new", snapshots.Find(Key));
        Assert.Equal("new", await snapshots.Get(Key));
    }

    [Fact]
    public async Task A_reading_that_fails_is_tried_again_by_the_next()
    {
        var snapshots = new Snapshots<string>(Read, 10);
        var failing = snapshots.Get(Key);
        (await Begun()).SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(async () => await failing);
        Assert.Null(snapshots.Find(Key));
        var next = snapshots.Get(Key);
        (await Begun()).SetResult("one");
        Assert.Equal("one", await next);
    }

    [Fact]
    public async Task After_a_gap_everything_is_read_again()
    {
        var reads = 0;
        var snapshots = new Snapshots<string>(key => Task.FromResult($"{key} {++reads}"), 10);
        foreach (var key in new[] { "10101", "20202" }) await snapshots.Get(key);
        snapshots.DropAll();
        Assert.Null(snapshots.Find("10101"));
        Assert.Null(snapshots.Find("20202"));
        Assert.Equal("10101 3", await snapshots.Get("10101"));
    }

    [Fact]
    public async Task Those_that_nobody_asked_for_lately_are_let_go()
    {
        var snapshots = new Snapshots<string>(Task.FromResult, 10);
        for (var number = 0; number < 10; number++) await snapshots.Get($"{number}");
        await snapshots.Get("10");
        Assert.InRange(snapshots.Count, 1, 11);
        await snapshots.Get("3");
        for (var number = 11; number < 100; number++)
        {
            await snapshots.Get($"{number}");
            Assert.Equal("3", snapshots.Find("3") ?? await snapshots.Get("3"));
        }

        Assert.InRange(snapshots.Count, 1, 21);
    }

    /// <summary>Writers count up and drop; whoever asks after a write was acknowledged must not get less.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nobody_gets_less_than_what_was_written_before_they_asked(int seed)
    {
        const int Keys = 3;
        const int Steps = 3_000;
        var values = new int[Keys];
        var acknowledged = new int[Keys];
        var snapshots = new Snapshots<object>(async key =>
        {
            var value = Volatile.Read(ref values[int.Parse(key)]);
            await Task.Yield();
            return value;
        }, maxKept: 2);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(client => Task.Run(async () =>
        {
            var chance = new Random((seed * 100) + client);
            for (var step = 0; step < Steps; step++)
            {
                var key = chance.Next(Keys);
                if (chance.Next(4) == 0)
                {
                    var written = Interlocked.Increment(ref values[key]);
                    snapshots.Drop($"{key}");
                    Raise(ref acknowledged[key], written);
                }

                var least = Volatile.Read(ref acknowledged[key]);
                var got = (int)await snapshots.Get($"{key}");
                Assert.True(got >= least, $"seed {seed}, key {key}: got {got} after {least} was acknowledged");
            }
        })));
    }

    private static void Raise(ref int highest, int value)
    {
        for (var known = Volatile.Read(ref highest); known < value; known = Volatile.Read(ref highest))
            Interlocked.CompareExchange(ref highest, value, known);
    }

    private async Task<TaskCompletionSource<string>> Begun() => await readings.Reader.ReadAsync();

    private Task<string> Read(string key)
    {
        var reading = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        readings.Writer.TryWrite(reading);
        return reading.Task;
    }
}
