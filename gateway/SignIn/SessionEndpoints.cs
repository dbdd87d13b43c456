using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.SignIn;

/// <summary>Signing in and out.</summary>
public static class SessionEndpoints
{
    public static IEndpointRouteBuilder MapSessions(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignIn).AllowAnonymous().OutsideAdmission();
        session.MapGet("", (Caller caller) => TypedResults.Ok(new CurrentSession(caller.ExpiresAt, SessionUser.Of(caller))));
        session.MapDelete("", SignOut);
        session.MapPost("/password", (PasswordChange change, Caller caller, SignInDesk desk, CancellationToken gone) => desk.ChangePassword(change, caller.User, gone)).OutsideAdmission();
        return routes;
    }

    private static Task<Results<Created<OpenedSession>, Refusal>> SignIn(Credentials credentials, SignInDesk desk, IOptions<SignInOptions> options, CancellationToken gone)
        => desk.SignIn(credentials, options.Value.SessionLife, gone);

    /// <remarks>Somebody else may have ended the session since its secret was looked at: then this request was nobody's.</remarks>
    private static async Task<Results<NoContent, ChallengeHttpResult>> SignOut(Caller caller, IGrainFactory grains)
        => caller.User is null || await grains.Sessions(caller.Shelf).Close(caller.SecretHash)
            ? TypedResults.NoContent()
            : TypedResults.Challenge(authenticationSchemes: [CallerAuthentication.SchemeName]);
}
