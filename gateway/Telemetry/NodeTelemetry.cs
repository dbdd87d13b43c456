using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Diagnostics;
using ResultsGrid.Gateway.Nodes;

namespace ResultsGrid.Gateway.Telemetry;

/// <summary>Metrics and traces of a node, the gateway's, Orleans' and the runtime's, by OTLP to wherever the configuration says.</summary>
internal static class NodeTelemetry
{
    private const string Service = "resultsgrid";

    private static readonly string[] Meters =
    [
        GatewayMeter.Name, "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    ];

    private static readonly string[] Sources =
    [
        "Microsoft.AspNetCore",
        ActivitySources.ApplicationGrainActivitySourceName, ActivitySources.RuntimeActivitySourceName,
        ActivitySources.LifecycleActivitySourceName, ActivitySources.StorageActivitySourceName,
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder, TelemetryOptions? options, NodeOptions node)
    {
        if (options is null) return;
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service, serviceInstanceId: $"{node.Address}:{node.SiloPort}").AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        if (!options.HasTraces) return;
        builder.Services.AddSingleton<IStartupFilter, RequestSpans>();
        telemetry.WithTracing(traces =>
        {
            traces.AddSource(Sources);
            if (options.TraceRatio is { } ratio) traces.SetSampler(Some(ratio));
            // Before the exporter: what it takes off has not left.
            traces.AddProcessor(new SpanLabels()).AddOtlpExporter();
        });
    }

    /// <summary>A call's span on another node belongs to the request that it was made for.</summary>
    public static ISiloBuilder AddTelemetry(this ISiloBuilder silo, TelemetryOptions? options)
        => options is { HasTraces: true } ? silo.AddActivityPropagation() : silo;

    /// <summary>By the trace's number, which comes out alike on every node: a client that asks to be traced (traceparent) is not obeyed.</summary>
    private static ParentBasedSampler Some(double ratio)
    {
        var sampler = new TraceIdRatioBasedSampler(ratio);
        return new(sampler, remoteParentSampled: sampler);
    }
}
