using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Api.Admission;
using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.SignIn;

/// <summary>Signing in and out.</summary>
public static class SessionEndpoints
{
    public static IEndpointRouteBuilder MapSessions(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignIn).AllowAnonymous().OutsideAdmission();
        session.MapGet("", (Caller caller) => TypedResults.Ok(new CurrentSession(caller.ExpiresAt, SessionUser.Of(caller))));
        session.MapDelete("", SignOut);
        return routes;
    }

    private static Task<Results<Created<OpenedSession>, Refusal>> SignIn(Credentials credentials, SignInDesk desk, IOptions<SignInOptions> options, CancellationToken gone)
        => desk.SignIn(credentials, options.Value.SessionLife, gone);

    private static async Task<NoContent> SignOut(Caller caller, IGrainFactory grains)
    {
        if (caller.User is not null) await grains.Sessions(caller.Shelf).Close(caller.SecretHash);
        return TypedResults.NoContent();
    }
}
