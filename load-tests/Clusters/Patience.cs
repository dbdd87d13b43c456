namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Asks a node again that answers 503, as its answer says one should: it is busy, moves a grain, or has no lease just now.</summary>
internal sealed class Patience(TimeProvider time, CancellationToken cancellation)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <exception cref="InvalidOperationException">It was refused otherwise, or for a whole minute.</exception>
    public async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception refusal) when (MayAskAgain(refusal) && time.GetElapsedTime(began) < Longest)
            {
                await Task.Delay(BetweenTries, time, cancellation);
            }
        }
    }

    /// <summary>A node that refuses a package before it has read it hangs up on whoever still sends.</summary>
    private static bool MayAskAgain(Exception refusal)
        => refusal is HttpRequestException || (refusal is InvalidOperationException && refusal.Message.Contains("answered 503", StringComparison.Ordinal));
}
