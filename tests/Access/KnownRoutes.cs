using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Access;

/// <summary>Every route, written down by hand: one that the service has and this table lacks fails the tests that go by it.</summary>
public static class KnownRoutes
{
    private const string Centre = "/api/v1/centres/{centre}";
    private const string Results = $"{Centre}/series/{{series}}";
    private const string Series = "/api/v1/series/{series}";
    private const string NewUser = """{"user":"intruder","name":"An intruder","roles":["resultsFullAccess"]}""";
    private const string NewKey = """{"title":"An intruder","role":"resultsFullAccess"}""";
    private const string Earlier = """{"restrictedRelease":"2026-01-02T00:01","candidateRelease":"2026-01-02T08:00"}""";
    private const string Nonsense = """{"restrictedRelease":"never","candidateRelease":"never"}""";

    public static IReadOnlyList<KnownRoute> All { get; } =
    [
        new("GET", "/", Protection.None),
        new("GET", "/health/live", Protection.None),
        new("GET", "/health/ready", Protection.None),
        new("GET", "/problems/{name}", Protection.None),
        new("GET", "/openapi/v1.json", Protection.None),
        new("POST", "/api/v1/session", Protection.Password, """{"user":"99999.nobody","password":"a guess"}""", """{"user":"99999.nobody","password":"a guess"}"""),
        new("GET", "/api/v1/session", Protection.SignIn),
        new("DELETE", "/api/v1/session", Protection.SignIn),
        new("POST", "/api/v1/session/password", Protection.SignIn, """{"old":"a guess","new":"an intruder's password"}""", "{}"),
        new("GET", $"{Series}/assessments", Protection.Announcement),
        new("GET", $"{Centre}/series", Protection.Centre),

        new("GET", $"{Centre}/users", Protection.AccountKeeping),
        new("POST", $"{Centre}/users", Protection.AccountKeeping, NewUser, "{}"),
        new("DELETE", $"{Centre}/users/{{user}}", Protection.AccountKeeping),
        new("POST", $"{Centre}/users/{{user}}/enable", Protection.AccountKeeping),
        new("POST", $"{Centre}/users/{{user}}/unlock", Protection.AccountKeeping),
        new("POST", $"{Centre}/users/{{user}}/password", Protection.AccountKeeping),
        new("GET", $"{Centre}/keys", Protection.AccountKeeping),
        new("POST", $"{Centre}/keys", Protection.AccountKeeping, NewKey, "{}"),
        new("DELETE", $"{Centre}/keys/{{id}}", Protection.AccountKeeping),

        new("GET", $"{Results}/documents", Protection.Results),
        new("GET", $"{Results}/documents/{{id}}", Protection.Results),
        new("HEAD", $"{Results}/documents/{{id}}", Protection.Results),
        new("GET", $"{Results}/documents.zip", Protection.Results),
        new("GET", $"{Results}/downloads", Protection.Results),
        new("GET", $"{Results}/candidates", Protection.Results),
        new("GET", $"{Results}/candidates/{{number}}", Protection.Results),
        new("GET", $"{Results}/assessments", Protection.Results),
        new("GET", $"{Results}/assessments/{{code}}", Protection.Results),

        new("POST", "/api/v1/series", Protection.Board),
        new("GET", Series, Protection.Board),
        new("POST", $"{Series}/award", Protection.Board),
        new("POST", $"{Series}/publication", Protection.Board, "{}", """{"centres":[]}"""),
        new("GET", $"{Series}/publication", Protection.Board),
        new("POST", $"{Series}/check", Protection.Board),
        new("PUT", $"{Series}/release", Protection.Board, Earlier, Nonsense),
        new("POST", $"{Series}/approval", Protection.Board),
        new("GET", "/api/v1/jobs/{id}", Protection.Board),
        new("POST", $"{Results}/documents/{{id}}/withdrawal", Protection.Board, """{"reason":"An intruder"}""", """{"reason":""}"""),
        new("GET", "/api/v1/board/users", Protection.Board),
        new("POST", "/api/v1/board/users/{user}/unlock", Protection.Board),
        new("GET", "/api/v1/board/changes", Protection.Board),
        new("POST", "/api/v1/board/changes", Protection.Board, """{"kind":"add","user":"intruder","name":"An intruder"}""", "{}"),
        new("POST", "/api/v1/board/changes/{number}/approval", Protection.Board),
        new("DELETE", "/api/v1/board/changes/{number}", Protection.Board),
    ];

    /// <summary>Fails with the routes that the service and the table don't share.</summary>
    public static void Cover(TestGateway gateway)
    {
        var served = Routes.All(gateway).Select(route => route.Length > 1 ? route.TrimEnd('/') : route).Select(route => route.EndsWith(' ') ? route + "/" : route).ToList();
        var known = All.Select(route => route.ToString()).ToList();
        Assert.True(!served.Except(known).Any(), $"Routes that no request of these tests covers: {string.Join(", ", served.Except(known))}");
        Assert.True(!known.Except(served).Any(), $"Routes that the service does not have: {string.Join(", ", known.Except(served))}");
        Assert.Equal(known.Count, served.Count);
    }
}
