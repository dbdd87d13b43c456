using ResultsGrid.Gateway.Api.Server;

namespace ResultsGrid.Tests.HotPath;

/// <summary>Whatever is not on the short way leaves the threads that read the sockets, and stays away from them.</summary>
public sealed class SocketThreadsTests
{
    [Fact]
    public async Task A_request_works_on_the_thread_pool_before_and_after_it_waited_whichever_thread_completes_what_it_waited_for()
    {
        List<bool> onThePool = [];
        var (waits, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.UseThreadPool();
        app.Run(async _ =>
        {
            onThePool.Add(Thread.CurrentThread.IsThreadPoolThread);
            answered.SetResult();
            await waits.Task;
            onThePool.Add(Thread.CurrentThread.IsThreadPoolThread);
            // What others wrote, and goes on wherever it is completed.
            await Task.Yield();
            onThePool.Add(Thread.CurrentThread.IsThreadPoolThread);
        });
        var pipeline = ((IApplicationBuilder)app).Build();

        var request = await OnAThreadOfItsOwn(() => pipeline(new DefaultHttpContext()));
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await OnAThreadOfItsOwn(() =>
        {
            waits.SetResult();
            return Task.CompletedTask;
        });
        await request.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([true, true, true], onThePool);
    }

    [Fact]
    public async Task A_request_leaves_nothing_on_the_threads_that_it_was_worked_on()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.UseThreadPool();
        app.Run(_ => Task.CompletedTask);
        var pipeline = ((IApplicationBuilder)app).Build();

        var left = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            await pipeline(new DefaultHttpContext()).ConfigureAwait(false);
            return await Task.Run(() => SynchronizationContext.Current);
        })));

        Assert.All(left, Assert.Null);
    }

    /// <summary>As a socket's thread would: it does not wait for what it began.</summary>
    private static async Task<Task> OnAThreadOfItsOwn(Func<Task> work)
    {
        var begun = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => begun.SetResult(work())) { IsBackground = true }.Start();
        return await begun.Task;
    }
}
