namespace ResultsGrid.Tests.Access;

/// <summary>A request as it is sent.</summary>
/// <param name="Path">With its query, character for character.</param>
/// <param name="Body">JSON, or none.</param>
public sealed record WireRequest(string Method, string Path, Visitor Visitor, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
{
    public static WireRequest Of(Target target, Visitor visitor, string? body = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(target.Route.Method, target.Path, visitor, [], body);
    }

    public override string ToString()
        => $"{Method} {Path} as {Visitor}{string.Concat(Headers.Select(header => $", {header.Name}: {header.Value}"))}{(Body is null ? "" : $", body {Body}")}";
}
