namespace ResultsGrid.Tests.Access;

/// <summary>What the rules say to a request: let through, or refused with this problem.</summary>
/// <param name="Status">Null where it is let through.</param>
public sealed record Ruling(int? Status, string? Problem)
{
    public static readonly Ruling Allowed = new(null, null);
    public static readonly Ruling NotSignedIn = new(401, "not-signed-in");
    public static readonly Ruling SignInRefused = new(401, "sign-in-refused");
    public static readonly Ruling NotYourRole = new(403, "not-your-role");
    public static readonly Ruling Embargoed = new(403, "embargoed");
    public static readonly Ruling NotFound = new(404, "not-found");

    /// <summary>Null where the answer keeps to the ruling; else what it should have been.</summary>
    public string? Fault(WireAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (this == Allowed) return answer.Status is 401 or 403 or >= 500 ? $"expected to be let through, but was answered {answer.Status}: {answer.Start}" : null;
        // A HEAD has no body to say more.
        var said = answer.Problem is { } problem ? $"{answer.Status} {problem}" : $"{answer.Status}";
        return said == $"{Status} {Problem}" || (answer.Body.Length == 0 && said == $"{Status}") ? null : $"expected {Status} {Problem}, but was answered {said}: {answer.Start}";
    }
}
