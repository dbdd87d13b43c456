
namespace ResultsGrid.Tests.Gateway;

/// <summary>The routes that the gateway really has, from its endpoint table.</summary>
public static class Routes
{
    public static IEnumerable<string> Below(TestGateway gateway, string prefix)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(pattern => pattern.StartsWith(prefix, StringComparison.Ordinal))
            .Distinct();
    }
}
