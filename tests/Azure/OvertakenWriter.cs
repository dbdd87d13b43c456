namespace ResultsGrid.Tests.Azure;

/// <summary>A network so slow that somebody else acts just before the first request of a kind arrives.</summary>
public sealed class OvertakenWriter(Func<HttpRequestMessage, bool> concerns, Func<Task> somebodyElse) : DelegatingHandler(new SocketsHttpHandler())
{
    private int requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (concerns(request) && Interlocked.Increment(ref requests) == 1) await somebodyElse();
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>For a client that waits on a thread of its own.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (concerns(request) && Interlocked.Increment(ref requests) == 1) somebodyElse().GetAwaiter().GetResult();
        return base.Send(request, cancellationToken);
    }
}
