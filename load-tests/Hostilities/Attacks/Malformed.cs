using System.Text;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Requests that break HTTP's rules or bend an address.</summary>
public static class Malformed
{
    private const int HugeBytes = 64 * 1024;
    private const int ManyHeaders = 200;
    private const int ManyRanges = 1_000;

    private static readonly int[] Bad = [400, 408, 413, 414, 431];
    private static readonly int[] NothingThere = [400, 401, 403, 404, 405];
    private static readonly int[] WholeOrRefused = [200, 206, 400, 416, 431];

    public static IReadOnlyList<IAttack> All { get; } =
    [
        new Shots("huge headers and request lines", Huge),
        new Shots("range bombs", Ranges),
        new Shots("bad UTF-8 and percent-encodings", Encodings),
        new Shots("path tricks", Paths),
        new Shots("old versions and nonsense methods", Methods),
        new Shots("request smuggling", Smuggling),
    ];

    private static IEnumerable<Shot> Huge(HostileTarget target)
    {
        yield return Of("a header of 64 KB", $"GET {target.OwnPath} HTTP/1.1\r\nHost: x\r\nX: {new string('x', HugeBytes)}\r\n\r\n", Bad);
        yield return Of("a header name of 64 KB", $"GET {target.OwnPath} HTTP/1.1\r\nHost: x\r\n{new string('x', HugeBytes)}: x\r\n\r\n", Bad);
        yield return Of("200 headers", $"GET {target.OwnPath} HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, ManyHeaders).Select(number => $"X-{number}: x\r\n"))}\r\n", Bad);
        yield return Of("a line of 64 KB", $"GET /{new string('x', HugeBytes)} HTTP/1.1\r\nHost: x\r\n\r\n", Bad);
        yield return Of("a query of 64 KB", $"GET {target.OwnPath}?{new string('x', HugeBytes)} HTTP/1.1\r\nHost: x\r\n\r\n", Bad);
        yield return Of("a method of 64 KB", $"{new string('G', HugeBytes)} / HTTP/1.1\r\nHost: x\r\n\r\n", Bad);
        yield return Of("a line without an end", new string('G', HugeBytes), Bad);
    }

    private static IEnumerable<Shot> Ranges(HostileTarget target)
    {
        foreach (var (name, range) in new[]
        {
            ("many", string.Join(',', Enumerable.Range(0, ManyRanges).Select(at => $"{at}-{at}"))), ("overlapping", string.Join(',', Enumerable.Repeat("0-", ManyRanges))),
            ("backward", "9-1"), ("beyond any number", "0-99999999999999999999999"), ("negative", "--5"), ("from the end, all", "-99999999999"),
        })
            yield return Of($"ranges, {name}", With(target, $"Range: bytes={range}"), WholeOrRefused);
    }

    private static IEnumerable<Shot> Encodings(HostileTarget target)
    {
        foreach (var path in new[] { "/%", "/%zz", "/%c0%ae%c0%ae/", "/%ff%fe", "/%ed%a0%80", "/%00", $"{target.OwnPath}%00", $"{target.OwnPath}%c0%af", "/%u002e%u002e" }) yield return Get(target, path);
        yield return new Shot("raw bytes above 127 in the path", [.. "GET /"u8, 0xff, 0xfe, 0xc0, 0xaf, .. " HTTP/1.1\r\nHost: x\r\n\r\n"u8], NothingThere);
        yield return new Shot("raw bytes above 127 in a header", [.. Encoding.ASCII.GetBytes($"GET {target.OwnPath} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "), 0xff, 0xc0, 0xaf, .. "\r\n\r\n"u8], NothingThere);
        yield return Of("JSON that is no UTF-8", "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"user\":\"\xff\xfe", [400, 401, 422]);
    }

    private static IEnumerable<Shot> Paths(HostileTarget target)
    {
        var (own, others) = (target.OwnPath, target.OthersPath);
        var centre = others.Split('/')[4];
        foreach (var path in new[]
        {
            others, $"/{others}", others.Replace('/', '\\'), $"{own}/../../../../../../..{others}", $"{own}/..;/..;{others}", $"{own}/%2e%2e/%2e%2e/%2e%2e{others}",
            $"{own}%2f..%2f..{others}", $"{own}\\..\\..{others}", $"/.{others}", $"/;{others}", others.Replace(centre, $"{own.Split('/')[4]}%2f..%2f{centre}", StringComparison.Ordinal),
            $"{others}/", $"{others}.", $"{others}%20", others.ToUpperInvariant(), $"http://127.0.0.1{others}", $"http://evil.example{others}", "/../../../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/api/v1/../../state.db",
        })
            yield return Get(target, path);
    }

    private static IEnumerable<Shot> Methods(HostileTarget target)
    {
        int[] refused = [400, 401, 403, 404, 405, 501, 505];
        foreach (var method in new[] { "BREW", "TRACE", "CONNECT", "G(T", "", "PROPFIND", "DELETE" }) yield return Of($"method {method}", target.OwnRequest.Replace("GET ", $"{method} ", StringComparison.Ordinal), refused);
        foreach (var version in new[] { "HTTP/0.9", "HTTP/1.2", "HTTP/3.0", "HTTP/9.9", "HTP/1.1", "" }) yield return Of($"version {version}", target.OwnRequest.Replace("HTTP/1.1", version, StringComparison.Ordinal), refused);
        // ASP.NET takes methods in any case; it is the attacker's own document.
        yield return Of("method get", target.OwnRequest.Replace("GET ", "get ", StringComparison.Ordinal), [200, .. refused]);
        yield return Of("HTTP/1.0", target.OwnRequest.Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal), [200]);
        yield return Of("no Host", $"GET {target.OwnPath} HTTP/1.1\r\n{target.Authorization}\r\n\r\n", refused);
        yield return Of("two Hosts", With(target, "Host: other"), refused);
        yield return Of("HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", refused);
        yield return Of("no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", refused);
    }

    /// <summary>The first request's body is another request; whoever reads the length the other way would answer it.</summary>
    private static IEnumerable<Shot> Smuggling(HostileTarget target)
    {
        var inner = $"GET {target.OwnPath} HTTP/1.1\r\nHost: x\r\n{target.Authorization}\r\n\r\n";
        string Post(string headers, string body) => $"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{headers}\r\n\r\n{body}";
        int[] refused = [400, 401, 411, 413, 415, 422, 501];
        yield return Of("length and chunks", Post($"Content-Length: {inner.Length + 5}\r\nTransfer-Encoding: chunked", $"0\r\n\r\n{inner}"), refused);
        yield return Of("two lengths", Post($"Content-Length: 0\r\nContent-Length: {inner.Length}", inner), refused);
        yield return Of("two lengths in one", Post($"Content-Length: 0, {inner.Length}", inner), refused);
        yield return Of("a negative length", Post("Content-Length: -1", inner), refused);
        yield return Of("a signed length", Post($"Content-Length: +{inner.Length}", inner), refused);
        yield return Of("an unknown coding", Post("Transfer-Encoding: xchunked", $"0\r\n\r\n{inner}"), refused);
        // Kestrel goes by the last coding, so what follows the chunks is a request of its own here: the 200 is no smuggled one, but a proxy in front must not take this for one body.
        yield return Of("chunked twice", Post("Transfer-Encoding: chunked, chunked", $"0\r\n\r\n{inner}"), [200, .. refused]) with { MaxAnswers = 2 };
        yield return Of("a space before the colon", Post("Transfer-Encoding : chunked", $"0\r\n\r\n{inner}"), refused);
        yield return Of("a folded header", Post($"Content-Length: 2\r\nX: y\r\n Transfer-Encoding: chunked", "{}"), refused);
        yield return Of("a chunk's size beyond any number", Post("Transfer-Encoding: chunked", $"fffffffffffffffff\r\n{inner}"), refused);
        yield return Of("a bare line feed", $"GET {target.OwnPath} HTTP/1.1\nHost: x\n\n", refused);
    }

    private static Shot Get(HostileTarget target, string path) => Of(path, $"GET {path} HTTP/1.1\r\nHost: {target.Address.Authority}\r\n{target.Authorization}\r\n\r\n", NothingThere);

    private static string With(HostileTarget target, string header) => target.OwnRequest.Replace("\r\n\r\n", $"\r\n{header}\r\n\r\n", StringComparison.Ordinal);

    private static Shot Of(string name, string request, IReadOnlyList<int> allowed) => new(name, Encoding.Latin1.GetBytes(request), allowed);
}
