using System.Globalization;

namespace ResultsGrid.Gateway.Telemetry;

/// <summary>What a node tells of itself by OTLP, and that it does.</summary>
/// <param name="TraceRatio">Of the requests and grain calls, those whose way is told: from 0, no traces, to 1. Null: the standard settings say.</param>
public sealed record TelemetryOptions(double? TraceRatio)
{
    public const string RatioKey = "Telemetry:TraceRatio";

    /// <summary>OpenTelemetry's own names: the exporter reads the rest of them by itself.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string SamplerKey = "OTEL_TRACES_SAMPLER";

    /// <summary>Some ten a second of a results day's thousand: enough to find what is slow.</summary>
    private const double DefaultRatio = 0.01;

    public bool HasTraces => TraceRatio is not 0;

    /// <summary>What the configuration says; null where it names nobody to tell.</summary>
    /// <exception cref="ArgumentException">The ratio is none.</exception>
    public static TelemetryOptions? From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (string.IsNullOrWhiteSpace(configuration[EndpointKey])) return null;
        if (configuration[RatioKey] is not { Length: > 0 } text) return new(string.IsNullOrWhiteSpace(configuration[SamplerKey]) ? DefaultRatio : null);
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ratio) && ratio is >= 0 and <= 1
            ? new(ratio)
            : throw new ArgumentException($"{RatioKey} is '{text}'; it is a number from 0 to 1 such as 0.01.");
    }
}
