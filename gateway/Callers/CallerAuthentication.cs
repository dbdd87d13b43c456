using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway.Callers;

/// <summary>Finds the caller of a bearer token or access key, fresh on every request.</summary>
public sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownCallers callers)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = KnownCallers.SecretIn(Request.Headers.Authorization.ToString()).ToString();
        if (secret.Length == 0) return AuthenticateResult.NoResult();
        if (await callers.Get(secret) is not { } caller) return AuthenticateResult.Fail("unknown, expired or revoked");

        Context.Features.Set(caller);
        return AuthenticateResult.Success(new AuthenticationTicket(caller.Principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return new Refusal(ProblemTypes.NotSignedIn, ProblemTypes.NotSignedIn.Meaning).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        => new Refusal(ProblemTypes.NotYourRole, "Only the board's operators may do this.").ExecuteAsync(Context);
}
