using System.Net;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Tests.Gateway;

/// <summary>Sends each request to the node that a balancer chooses.</summary>
internal sealed class BalancedRequests(Balancer balancer, HttpMessageHandler network) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        return balancer.Ask(
            node =>
            {
                request.RequestUri = new Uri(node, path);
                return base.SendAsync(request, cancellationToken);
            },
            IsOutOfTouch);
    }

    /// <remarks>A HEAD's answer has no body to say which 503 it is.</remarks>
    private static async Task<bool> IsOutOfTouch(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) return false;
        return answer.RequestMessage!.Method == HttpMethod.Head
            || (await answer.Content.ReadAsStringAsync()).Contains(ProblemTypes.OutOfTouch.Address, StringComparison.Ordinal);
    }
}
