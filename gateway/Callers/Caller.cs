using System.Security.Claims;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Callers;

/// <summary>Whoever sent the request: a signed-in person or an access key.</summary>
/// <remarks>One object serves every request with the same secret, until something of its shelf changes.</remarks>
/// <param name="Id">User name, or the key's id behind its shelf; stands in ledgers and jobs.</param>
/// <param name="User">Null for an access key.</param>
/// <param name="SecretHash">Of the token or key that the request came with.</param>
public sealed record Caller(Shelf Shelf, string Id, string Name, IReadOnlyList<Role> Roles, UserName? User, ContentHash SecretHash, DateTimeOffset? ExpiresAt)
{
    private ClaimsPrincipal? principal;

    /// <summary>The shelf in clear: whose lane their requests take.</summary>
    public string ShelfName { get; } = Shelf.ToString();

    public bool IsOperator { get; } = Shelf.IsBoard && Roles.Contains(Role.BoardOperator);

    /// <remarks>A centre's own accounts can't hold the board's role, whatever their list says.</remarks>
    public Reader Reader { get; } = new(Shelf.Centre, Shelf.IsBoard ? Roles : [.. Roles.Where(role => role != Role.BoardOperator)]);

    /// <summary>The caller as the framework's authorization knows them.</summary>
    public ClaimsPrincipal Principal => principal ??= MakePrincipal();

    /// <summary>True where the caller may ask about this centre at all.</summary>
    public bool MayNameCentre(CentreNumber centre) => IsOperator || Reader.Centre == centre;

    /// <summary>Lets a handler ask for its caller by a parameter; the route requires one, so it is there.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(context.Features.Get<Caller>());
    }

    private ClaimsPrincipal MakePrincipal()
    {
        var identity = new ClaimsIdentity(CallerAuthentication.SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, Id));
        if (IsOperator) identity.AddClaim(new Claim(ClaimTypes.Role, nameof(Role.BoardOperator)));
        return new ClaimsPrincipal(identity);
    }
}
