namespace ResultsGrid.Tests.Gateway;

/// <summary>The routes that the gateway really has, from its endpoint table.</summary>
public static class Routes
{
    public static IEnumerable<string> Below(TestGateway gateway, string prefix)
        => Endpoints(gateway).Select(Pattern).Where(pattern => pattern.StartsWith(prefix, StringComparison.Ordinal)).Distinct();

    /// <summary>Each as method and pattern, for example GET /api/v1/session.</summary>
    public static IReadOnlyList<string> All(TestGateway gateway) =>
    [
        .. Endpoints(gateway).SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => $"{method} {Pattern(endpoint)}")
            ?? throw new InvalidOperationException($"{Pattern(endpoint)} takes any method.")),
    ];

    public static string Pattern(RouteEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.RoutePattern.RawText!;
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestGateway gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>();
    }
}
