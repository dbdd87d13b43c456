using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace ResultsGrid.Gateway.Telemetry;

/// <summary>Leaves on a span only what names no centre, user or candidate.</summary>
/// <remarks>
/// Orleans labels a call with the grains' keys, which name candidates, and a failed one with the exception's text; ASP.NET
/// knows the path. So this is a list of what stays, and what a later version adds does not leave either.
/// </remarks>
internal sealed class SpanLabels : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "network.protocol.version",
        "rpc.system.name", "rpc.method", "orleans.rpc.service", "error.type", "exception.type",
        "orleans.grain.type", "orleans.silo.id", "orleans.activation.cause",
        "orleans.storage.provider", "orleans.storage.state.name", "orleans.storage.state.type");

    public override void OnEnd(Activity span)
    {
        foreach (var (label, _) in span.TagObjects.ToList())
        {
            if (!Kept.Contains(label)) span.SetTag(label, null);
        }

        // Without its description, which is an exception's text.
        span.SetStatus(span.Status);
        // The client's own words.
        span.TraceStateString = null;
        // What can't be taken off a span keeps it here: an event's labels.
        if (span.Events.Any(happened => happened.Tags.Any())) span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
