using System.Diagnostics.Metrics;

namespace ResultsGrid.Tests.Telemetry;

/// <summary>Everything that one gateway measures, summed or last seen by instrument, with every label that it came with.</summary>
public sealed class Collected : IDisposable
{
    private readonly Lock gate = new();
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, double> values = [];
    private readonly HashSet<(string Instrument, string Label, string Value)> labels = [];

    /// <param name="services">Of the gateway: other gateways of the process are not listened to.</param>
    public Collected(IServiceProvider services)
    {
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters)) listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Of all instruments together.</summary>
    public IReadOnlyList<(string Instrument, string Label, string Value)> Labels
    {
        get
        {
            lock (gate) return [.. labels];
        }
    }

    /// <summary>A counter's sum since the beginning, or what an observed instrument says now; 0 where nothing was measured.</summary>
    public double Read(string instrument)
    {
        listener.RecordObservableInstruments();
        lock (gate) return values.GetValueOrDefault(instrument);
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (gate)
        {
            values[instrument.Name] = instrument.IsObservable ? value : values.GetValueOrDefault(instrument.Name) + value;
            foreach (var (label, text) in tags) labels.Add((instrument.Name, label, $"{text}"));
        }
    }
}
