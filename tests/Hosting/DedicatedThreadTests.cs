using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Hosting;

public sealed class DedicatedThreadTests
{
    [Fact]
    public async Task What_follows_an_await_comes_back_to_the_thread()
    {
        var threads = new List<int>();
        await new DedicatedThread("test", async () =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Run(() => { });
            threads.Add(Environment.CurrentManagedThreadId);
        }).Ended;

        Assert.Equal(threads[0], threads[1]);
    }

    [Fact]
    public async Task A_continuation_that_comes_after_the_end_is_dropped_and_harms_nobody()
    {
        SynchronizationContext? turns = null;
        await new DedicatedThread("test", () =>
        {
            turns = SynchronizationContext.Current;
            return Task.CompletedTask;
        }).Ended;

        turns!.Post(_ => Assert.Fail("It ran."), state: null);
    }

    [Fact]
    public async Task The_works_fault_is_carried()
        => Assert.Equal("no", (await Assert.ThrowsAsync<IOException>(() => new DedicatedThread("test", async () =>
        {
            await Task.Yield();
            throw new IOException("no");
        }).Ended)).Message);
}
