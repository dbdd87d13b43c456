namespace ResultsGrid.Tests.Access;

/// <summary>A route with what it names filled in.</summary>
/// <param name="Centre">As it is sent; may be no centre number.</param>
/// <param name="Series">As it is sent; may be no series code.</param>
/// <param name="Item">A document, candidate, assessment, user, key, job or problem.</param>
public sealed record Target(KnownRoute Route, string Centre, string Series, string Item)
{
    public string Path => Route.Pattern
        .Replace("{centre}", Centre, StringComparison.Ordinal)
        .Replace("{series}", Series, StringComparison.Ordinal)
        .Replace($"{{{Route.Names}}}", Item, StringComparison.Ordinal);

    public override string ToString() => $"{Route.Method} {Path}";
}
