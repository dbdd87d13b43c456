using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Requests to every route of the endpoint table, with spoilt paths, queries, headers and bodies.</summary>
internal sealed class RequestCases
{
    private static readonly Dictionary<string, string[]> RouteValues = new()
    {
        ["centre"] = [Packages.Centres[0].ToString(), Packages.Centres[0].ToString(), Packages.Centres[1].ToString()],
        ["series"] = [Packages.Series.ToString()],
        ["id"] = ["xml-results-file", "statements-pdf", "broadsheet-csv", $"{Packages.Series}-1", "00000000"],
        ["number"] = ["0001", "0002"],
        ["code"] = ["F011", "H401"],
        ["user"] = ["anna", "fuzz"],
        ["name"] = ["embargoed", "fault"],
    };

    /// <summary>A valid body of every route that takes one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Bodies = new Dictionary<string, string>
    {
        ["POST /api/v1/session"] = $$"""{"user":"{{Packages.Centres[0]}}.anna","password":"guess"}""",
        ["POST /api/v1/session/password"] = """{"old":"guess","new":"a password of the siege"}""",
        ["POST /api/v1/board/changes"] = """{"kind":"unlock","user":"approver","name":null}""",
        ["POST /api/v1/centres/{centre}/users"] = """{"user":"anna","name":"Anna Archer","roles":["tutorTeacher","centreAdministrator"]}""",
        ["POST /api/v1/centres/{centre}/keys"] = """{"title":"management system","role":"tutorTeacher"}""",
        ["PUT /api/v1/series/{series}/release"] = """{"restrictedRelease":"2026-08-13T00:01","candidateRelease":"2026-08-14T08:00"}""",
        ["POST /api/v1/series/{series}/approval"] = """{"proposal":1}""",
        ["POST /api/v1/series/{series}/publication"] = $$"""{"centres":["{{Packages.Centres[0]}}"]}""",
        ["POST /api/v1/centres/{centre}/series/{series}/documents/{id}/withdrawal"] = """{"reason":"A mark was wrong."}""",
        ["POST /api/v1/series"] = "",
    };

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Range", ["bytes=0-3", "bytes=-1", "bytes=5-1", "bytes=0-", "bytes=0-0,2-3", "bytes=99999999999999999999-", "lines=1-2", "bytes"]),
        ("If-None-Match", ["*", "\"a\"", "W/\"a\"", "\"a\", \"b\"", "a"]),
        ("If-Match", ["*", "\"a\"", "W/\"a\""]),
        ("If-Range", ["\"a\"", "Wed, 12 Aug 2026 23:01:00 GMT"]),
        ("If-Modified-Since", ["Wed, 12 Aug 2026 23:01:00 GMT", "never"]),
        ("If-Unmodified-Since", ["Thu, 01 Jan 1970 00:00:00 GMT"]),
        ("Accept-Encoding", ["gzip, br", "br;q=0", "*;q=0", "identity;q=0", "gzip;q=2", "br;q=NaN"]),
        ("Accept", ["text/html", "*/*;q=0"]),
        ("Content-Encoding", ["gzip", "br", "identity"]),
        ("Expect", ["100-continue", "200-ok"]),
        ("Content-Type", ["application/json", "application/zip", "text/json; charset=utf-16", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ";"]),
        ("X-Forwarded-For", ["127.0.0.1"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Host", ["localhost", "evil.example", "[::1]", "a b"]),
        ("Cookie", ["a=b"]),
        ("Upgrade", ["h2c", "websocket"]),
    ];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "get"];
    private static readonly string[] QueryNames = ["search", "qualification", "grade", "sort", "page", "pageSize", "x", ""];
    private static readonly string[] QueryValues = ["1", "50", "501", "name", "grade", "number", "H401", "A", "-1", "2147483647"];

    private readonly IReadOnlyList<(string Method, string Pattern)> routes;

    public RequestCases(TestGateway gateway)
    {
        var endpoints = gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        routes = [.. endpoints.SelectMany(endpoint => Of(endpoint).Select(method => (method, Pattern(endpoint))))];
        var takingBodies = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            .SelectMany(endpoint => Of(endpoint).Select(method => $"{method} {Pattern(endpoint)}"));
        // A route that nobody gave a sample of would be spoilt without ever having been sound.
        Assert.Equal(Bodies.Keys.Order(StringComparer.Ordinal), takingBodies.Order(StringComparer.Ordinal));
        Assert.Empty(endpoints.SelectMany(endpoint => endpoint.RoutePattern.Parameters).Select(parameter => parameter.Name).Distinct().Except(RouteValues.Keys));
    }

    public byte[] Make(Random chance)
    {
        var (method, pattern) = routes[chance.Next(routes.Count)];
        var body = Body(chance, $"{method} {pattern}");
        if (chance.Next(10) == 0) method = Methods[chance.Next(Methods.Length)];
        var head = new StringBuilder($"{method} {Path(chance, pattern)}{Query(chance)} HTTP/1.1\r\n");
        List<string> names = [];
        void Add(string name, string value)
        {
            if (names.Contains(name)) return;
            names.Add(name);
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        for (var count = chance.Next(4); count > 0; count--)
        {
            var (name, values) = Headers[chance.Next(Headers.Length)];
            Add(name, chance.Next(6) == 0 ? Printable(Scraps.Text(chance)) : values[chance.Next(values.Length)]);
        }

        Add("Host", "localhost");
        Add("Authorization", Credential(chance, pattern));
        if (body.Length > 0) Add("Content-Type", pattern.EndsWith("/series", StringComparison.Ordinal) ? "application/zip" : "application/json");
        Add("Connection", "close");
        Add("Content-Length", $"{body.Length}");
        byte[] request = [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
        return chance.Next(6) == 0 ? new Spoiler(chance, " \r\n:/?&=").Spoil(request, request) : request;
    }

    private static IEnumerable<string> Of(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText is { Length: > 1 } text ? text.TrimEnd('/') : "/";

    private static string Credential(Random chance, string pattern) => chance.Next(12) switch
    {
        0 => "Bearer " + Printable(Scraps.Text(chance)),
        1 => $"Bearer {Packages.Centres[0]}.k.{new string('A', 43)}",
        2 => "Basic YTpi",
        3 => "Bearer {teacher}",
        4 => "Bearer {operator}",
        _ => pattern.Contains("{centre}", StringComparison.Ordinal) && !pattern.EndsWith("withdrawal", StringComparison.Ordinal) ? "Bearer {officer}" : "Bearer {operator}",
    };

    private static string Path(Random chance, string pattern)
    {
        foreach (var (name, values) in RouteValues)
        {
            var value = chance.Next(6) == 0 ? Escaped(chance, chance.Next(20) == 0 ? new string('a', 3_000) : Scraps.Text(chance)) : values[chance.Next(values.Length)];
            pattern = pattern.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return (pattern.StartsWith('/') ? "" : "/") + pattern + (chance.Next(20) == 0 ? "/" : "");
    }

    private static string Query(Random chance)
    {
        if (chance.Next(3) > 0) return "";
        var parts = Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => QueryNames[chance.Next(QueryNames.Length)] + "="
            + (chance.Next(2) == 0 ? QueryValues[chance.Next(QueryValues.Length)] : Escaped(chance, Scraps.Text(chance))));
        return "?" + string.Join('&', parts);
    }

    private static string Escaped(Random chance, string text) => chance.Next(8) == 0 ? Printable(text).Replace(' ', '+') : Uri.EscapeDataString(text.Replace("\uFFFE", "", StringComparison.Ordinal));

    private static string Printable(string text) => string.Concat(text.Where(c => c is >= ' ' and <= '~'));

    private static byte[] Body(Random chance, string route)
    {
        if (!Bodies.TryGetValue(route, out var sample)) return chance.Next(20) == 0 ? Scraps.Any(chance) : [];
        if (route == "POST /api/v1/series") return chance.Next(3) == 0 ? PackageCases.Make(chance) : Scraps.Any(chance);
        var json = Encoding.UTF8.GetBytes(sample);
        return chance.Next(4) == 0 ? json : new Spoiler(chance, "{}[]\":,").Spoil(json, Encoding.UTF8.GetBytes(Bodies.Values.ElementAt(chance.Next(Bodies.Count))));
    }
}
