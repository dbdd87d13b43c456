namespace ResultsGrid.Tests.Hosting;

/// <summary>One grain does one thing at a time.</summary>
public abstract class TurnTests : GrainHostTests
{
    [Fact]
    public async Task Turns_of_one_grain_never_overlap_also_between_awaits()
    {
        var desk = Desk();
        var met = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => desk.TakeTurns(40))));
        Assert.Equal(0, met.Sum());
    }

    [Fact]
    public async Task A_call_waits_until_the_running_one_is_done()
    {
        var desk = Desk();
        var first = desk.Write("first");
        await Gates.Reached("first");
        var second = desk.Write("second");
        await LetCallsBegin(desk);
        Assert.Equal(["first in"], Gates.Happened);

        Gates.Open("second");
        Gates.Open("first");
        await Task.WhenAll(first, second);
        Assert.Equal(["first in", "first out", "second in", "second out"], Gates.Happened);
    }

    [Fact]
    public async Task Grains_work_side_by_side()
    {
        var calls = new[] { Desk("10101").Write("one"), Desk("10102").Write("other") };
        await Gates.Reached("one");
        await Gates.Reached("other");
        Gates.Open("one");
        Gates.Open("other");
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Readers_meet_inside_and_a_writer_waits_for_all_of_them()
    {
        var desk = Desk();
        var readers = new[] { desk.Read("reader one"), desk.Read("reader two") };
        await Gates.Reached("reader one");
        await Gates.Reached("reader two");
        var writer = desk.Write("writer");
        await LetCallsBegin(desk);
        Assert.False(Gates.HasReached("writer"));

        Gates.Open("reader one");
        Gates.Open("reader two");
        await Task.WhenAll(readers);
        await Gates.Reached("writer");
        Gates.Open("writer");
        await writer;
    }

    [Fact]
    public async Task A_reader_waits_for_a_writer()
    {
        var desk = Desk();
        var writer = desk.Write("writer");
        await Gates.Reached("writer");
        var reader = desk.Read("reader");
        await LetCallsBegin(desk);
        Assert.False(Gates.HasReached("reader"));

        Gates.Open("reader");
        Gates.Open("writer");
        await Task.WhenAll(writer, reader);
        Assert.Equal(["writer in", "writer out", "reader in", "reader out"], Gates.Happened);
    }

    [Fact]
    public async Task An_interleaving_call_runs_beside_a_writer()
    {
        var desk = Desk();
        var writer = desk.Write("writer");
        await Gates.Reached("writer");
        var glance = desk.Glance("glance");
        await Gates.Reached("glance");
        Gates.Open("glance");
        await glance;
        Assert.False(writer.IsCompleted);
        Gates.Open("writer");
        await writer;
    }

    [Fact]
    public async Task A_grain_calls_another_and_is_read_back_while_it_waits()
    {
        await Desk("10101").Add(3);
        Assert.Equal(5, await Desk("10101").AddAt("10102", 5));
        Assert.Equal(3, await Desk("10101").AskThrough("10102"));
    }

    [Fact]
    public async Task A_fault_reaches_the_caller_with_its_message_and_the_next_call_goes_on()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Desk().Refuse("no such candidate"));
        Assert.Equal("no such candidate", fault.Message);
        Assert.Contains("DeskGrain.Refuse", fault.StackTrace, StringComparison.Ordinal);
        Assert.Equal(1, await Desk().Add(1));
    }
}
