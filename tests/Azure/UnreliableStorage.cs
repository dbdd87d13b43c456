using System.Net;

namespace ResultsGrid.Tests.Azure;

/// <summary>A network that loses the first answers: the storage did as it was asked, and the client hears 503.</summary>
public sealed class UnreliableStorage(Func<HttpRequestMessage, bool> concerns, int lost) : DelegatingHandler(new SocketsHttpHandler())
{
    private int tries;

    /// <summary>Requests of the kind concerned that were sent, first tries and repeats.</summary>
    public int Tries => tries;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (!concerns(request) || Interlocked.Increment(ref tries) > lost) return answer;
        answer.Dispose();
        return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request, Content = new ByteArrayContent([]) };
    }
}
