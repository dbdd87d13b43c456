namespace ResultsGrid.Tests.Gateway;

/// <summary>Chooses the node that a request goes to, as the load balancer before a cluster would: a seed draws it.</summary>
public sealed class Balancer(IReadOnlyList<Uri> nodes)
{
    private const int Seed = 17;

    /// <summary>With the pauses ten seconds, where a busy machine may keep a node from the epoch log for two.</summary>
    private const int MaxTries = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Random random = new(Seed);

    /// <summary>Sends to a node, and where there are several again if that is out of touch: then it has begun nothing.</summary>
    public async Task<T> Ask<T>(Func<Uri, Task<T>> send, Func<T, Task<bool>> isOutOfTouch)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(isOutOfTouch);
        for (var tries = 1; ; tries++)
        {
            var answer = await send(Next());
            if (nodes.Count == 1 || tries == MaxTries || !await isOutOfTouch(answer)) return answer;
            await Task.Delay(Pause);
        }
    }

    private Uri Next()
    {
        lock (random) return nodes[random.Next(nodes.Count)];
    }
}
