using System.Net;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Telemetry;

public sealed class OtlpTests(ObservedNode node) : IClassFixture<ObservedNode>
{
    /// <summary>Numbers of candidates are four digits and stand in keys behind a slash.</summary>
    private static readonly string[] Unsaid = [.. ObservedNode.Centres.Select(centre => $"{centre}"), $"{ObservedNode.Series}", "/0001", "board.proposer", "board.approver", ".officer", "tell-tale"];

    [Fact]
    public async Task Metrics_of_the_gateway_and_of_Orleans_arrive_and_name_nobody()
    {
        await Download();
        var told = node.Told("metrics");
        foreach (var expected in new[] { "resultsgrid.downloads", "resultsgrid.lease.held", "Microsoft.Orleans", "http.server.request.duration", "kestrel.active_connections", "dotnet.gc.collections" })
            Assert.Contains(expected, told, StringComparison.Ordinal);
        AssertNamesNobody(told, "metrics");
    }

    [Fact]
    public async Task Spans_of_requests_and_of_grain_calls_arrive_and_name_nobody()
    {
        await Download();
        var told = node.Told("traces");
        foreach (var expected in new[] { "GET /api/v1/centres/{centre}/series/{series}/candidates", "POST /api/v1/session", "Microsoft.Orleans.Application", "IResultsGrain/", "ICandidateGrain/" })
            Assert.Contains(expected, told, StringComparison.Ordinal);
        AssertNamesNobody(told, "traces");
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_collected()
    {
        using var folder = new TemporaryFolder();
        await using var app = ObservedNode.Build(folder.Path, ("OTEL_EXPORTER_OTLP_ENDPOINT", ""));
        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("often")]
    public void A_ratio_that_is_none_stops_the_start(string ratio)
        => Assert.Throws<ArgumentException>(() => ObservedNode.Build(Path.GetTempPath(), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318"), ("Telemetry:TraceRatio", ratio)));

    private async Task Download()
    {
        var centre = ObservedNode.Centres[0];
        using var officer = await node.Officer(centre);
        officer.DefaultRequestHeaders.Add("tracestate", "vendor=tell-tale");
        var results = $"/api/v1/centres/{centre}/series/{ObservedNode.Series}";
        for (var time = 0; time < 2; time++) Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{results}/documents/results-file")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{results}/candidates")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/api/v1/centres/{ObservedNode.Centres[1]}/series/{ObservedNode.Series}/candidates/0001")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await officer.PostAsJsonAsync("/api/v1/session", new { user = $"{centre}.officer", password = "wrong" })).StatusCode);
    }

    private static void AssertNamesNobody(string told, string signal)
    {
        foreach (var word in Unsaid)
        {
            var at = told.IndexOf(word, StringComparison.Ordinal);
            Assert.True(at < 0, $"{signal} name '{word}': ...{(at < 0 ? "" : told[Math.Max(0, at - 60)..Math.Min(told.Length, at + 40)])}...");
        }
    }
}
