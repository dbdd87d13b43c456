using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Api.Callers;

/// <summary>Finds the caller of a bearer token or access key, fresh on every request: what was revoked is refused at once.</summary>
public sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IGrainFactory grains)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = SchemeName + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (!Secret.TryParse(header[Prefix.Length..].Trim(), out var secret)) return AuthenticateResult.Fail("not a token");
        var caller = secret.Kind == Secret.OfSession ? await FindSession(secret) : await FindKey(secret);
        if (caller is null) return AuthenticateResult.Fail("unknown, expired or revoked");

        Context.Features.Set(caller);
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.Name, caller.Id));
        // A centre's own accounts can't hold the board's role, whatever their list says.
        if (caller.IsOperator) identity.AddClaim(new Claim(ClaimTypes.Role, nameof(Role.BoardOperator)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return new Refusal(ProblemTypes.NotSignedIn, ProblemTypes.NotSignedIn.Meaning).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        => new Refusal(ProblemTypes.NotYourRole, "Only the board's operators may do this.").ExecuteAsync(Context);

    private async Task<Caller?> FindSession(Secret secret)
    {
        if (await grains.Sessions(secret.Shelf).Find(secret.Hash) is not { } session) return null;
        return await grains.Accounts(secret.Shelf).FindUser(session.User) is { Disabled: false } user
            ? new Caller(secret.Shelf, user.Name.ToString(), user.FullName, user.Roles, user.Name, secret.Hash, session.ExpiresAt)
            : null;
    }

    private async Task<Caller?> FindKey(Secret secret)
        => await grains.Accounts(secret.Shelf).FindKey(secret.Hash) is { } key
            ? new Caller(secret.Shelf, $"{secret.Shelf}.key.{key.Id}", key.Title, [key.Role], User: null, secret.Hash, ExpiresAt: null)
            : null;
}
