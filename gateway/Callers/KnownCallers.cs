using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Callers;

/// <summary>Finds who a request comes from, in memory: what was revoked, closed or disabled is refused from the next request on.</summary>
public sealed class KnownCallers(ServedState served, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
{
    private const string Scheme = CallerAuthentication.SchemeName + " ";

    /// <summary>What follows the scheme of an Authorization header; null where it is of another scheme.</summary>
    public static ReadOnlySpan<char> SecretIn(ReadOnlySpan<char> authorization)
        => authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : null;

    /// <summary>The caller, if everything that it takes to know them is in memory.</summary>
    public Caller? Find(ReadOnlySpan<char> secret)
    {
        var shelf = Secret.ShelfOf(secret);
        return shelf.Length > 0 && served.Access.Find(shelf) is { } access ? Find(access, secret) : null;
    }

    /// <summary>Whose lane a request takes, by what is in memory: its caller's centre's; null for nobody's caller.</summary>
    /// <remarks>While a centre's accounts are read again, as after each sign-in, nobody can tell: all who name it share one lane then.</remarks>
    public string? LaneOf(ReadOnlySpan<char> secret)
    {
        var shelf = Secret.ShelfOf(secret);
        if (shelf.Length == 0) return null;
        if (served.Access.Find(shelf) is { } access) return Find(access, secret)?.ShelfName;
        return served.KnownDirectory?.Has(shelf) == true ? $"{shelf}?" : null;
    }

    /// <summary>The caller, or null for a text that is no secret, or one that is unknown, expired or revoked.</summary>
    public async ValueTask<Caller?> Get(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var shelf = Secret.ShelfOf(secret).ToString();
        if (shelf.Length == 0 || !(await served.Directory).Has(shelf)) return null;
        return Find(await served.Access.Get(shelf), secret);
    }

    private Caller? Find(ShelfAccess access, ReadOnlySpan<char> secret) => access.Find(Secret.DigestOf(secret), clock.GetUtcNow());
}
