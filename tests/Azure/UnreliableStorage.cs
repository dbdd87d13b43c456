using System.Net;

namespace ResultsGrid.Tests.Azure;

/// <summary>A storage that does as it is asked and yet answers the first requests of a kind with a fault.</summary>
public sealed class UnreliableStorage(
    Func<HttpRequestMessage, bool> concerns,
    int faults,
    HttpStatusCode status = HttpStatusCode.ServiceUnavailable,
    string code = "ServerBusy") : DelegatingHandler(new SocketsHttpHandler())
{
    private int tries;

    /// <summary>Requests of the kind concerned that were sent, first tries and repeats.</summary>
    public int Tries => tries;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Spoil(request, await base.SendAsync(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => Spoil(request, base.Send(request, cancellationToken));

    private HttpResponseMessage Spoil(HttpRequestMessage request, HttpResponseMessage answer)
    {
        if (!concerns(request) || Interlocked.Increment(ref tries) > faults) return answer;
        answer.Dispose();
        var fault = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent([]) };
        fault.Headers.Add("x-ms-error-code", code);
        return fault;
    }
}
