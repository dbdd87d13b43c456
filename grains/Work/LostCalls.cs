using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Work;

/// <summary>Tries again what failed because a grain did not answer: its node died, or it had too much to do. Work may be done twice without harm.</summary>
internal static class LostCalls
{
    private const int MaxTries = 7;

    /// <summary>It doubles each time: 12.6 s together, three times what a cluster takes to miss a dead node and start its grains elsewhere.</summary>
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    public static async Task<T> Repeat<T>(Func<Task<T>> work, TimeProvider clock, CancellationToken cancellation)
    {
        var wait = FirstWait;
        for (var tries = 1; ; tries++, wait *= 2)
        {
            try
            {
                return await work();
            }
            catch (Exception fault) when (fault is TimeoutException or OverloadedException && tries < MaxTries)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    public static Task Repeat(Func<Task> work, TimeProvider clock, CancellationToken cancellation) => Repeat(
        async () =>
        {
            await work();
            return true;
        },
        clock,
        cancellation);
}
