namespace ResultsGrid.Tests.Access;

/// <summary>A route of the service and what stands before it, as the tests know it.</summary>
/// <param name="Body">JSON that would take effect; null for a route that takes none.</param>
/// <param name="IdleBody">JSON that is refused before it changes anything.</param>
public sealed record KnownRoute(string Method, string Pattern, Protection Protection, string? Body = null, string? IdleBody = null)
{
    public bool Changes => Method is not ("GET" or "HEAD");

    public bool NamesCentre => Pattern.Contains("{centre}", StringComparison.Ordinal);

    public bool NamesSeries => Pattern.Contains("{series}", StringComparison.Ordinal);

    /// <summary>What the route names last, for example id; null where that is a centre, a series or nothing.</summary>
    public string? Names => Parameters.FirstOrDefault(name => name is not ("centre" or "series"));

    private IEnumerable<string> Parameters => Pattern.Split('{').Skip(1).Select(part => part.Split('}')[0]);

    public override string ToString() => $"{Method} {Pattern}";
}
