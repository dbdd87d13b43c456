using System.Net;
using ResultsGrid.Gateway.Api.Problems;

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

    private static async Task<bool> IsOutOfTouch(HttpResponseMessage answer)
        => answer.StatusCode == HttpStatusCode.ServiceUnavailable && (await answer.Content.ReadAsStringAsync()).Contains(ProblemTypes.OutOfTouch.Address, StringComparison.Ordinal);
}
