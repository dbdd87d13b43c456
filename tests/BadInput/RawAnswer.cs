using System.Globalization;
using System.Text;
using System.Text.Json;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Tests.BadInput;

/// <summary>The first answer on a connection, as its bytes came.</summary>
internal sealed class RawAnswer
{
    private const string End = "\r\n\r\n";

    /// <summary>Words of our code or the framework's, which tell an attacker something and nobody else.</summary>
    private static readonly string[] Leaks = ["ResultsGrid.", "System.", "Microsoft.", "Exception", "   at "];

    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    private RawAnswer(int status, string body) => (Status, Body) = (status, body);

    public int Status { get; }

    /// <summary>Bytes as Latin-1 characters.</summary>
    public string Body { get; }

    /// <summary>Null where the connection was closed without one.</summary>
    public static RawAnswer? Of(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        while (text.StartsWith("HTTP/1.1 1", StringComparison.Ordinal)) text = text[(text.IndexOf(End, StringComparison.Ordinal) + End.Length)..];
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (end < 0) return null;
        var lines = text[..end].Split("\r\n");
        var answer = new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), text[(end + End.Length)..]);
        foreach (var line in lines[1..]) answer.headers[line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return answer;
    }

    public string? Header(string name) => headers.GetValueOrDefault(name);

    /// <summary>What every answer must be, whatever was asked: a documented problem for each refusal, and no fault of ours.</summary>
    public void ShouldBeSound()
    {
        if (Header(ReachedTheApp.Header) is null)
        {
            // Not HTTP as the server understands it: refused before there is a request, with nothing but a status.
            Assert.True(Status is 400 or 408 or 411 or 413 or 414 or 417 or 431 or 501 or 505, $"the server answered {Status} before the service saw the request");
            return;
        }

        Assert.True(Status < 500 || (Status == 503 && Header("Retry-After") is not null), $"answered {Status}: {Body}");
        if (Status < 400) return;
        Assert.Equal("application/problem+json", Header("Content-Type"));
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        if (Body.IndexOf('{', StringComparison.Ordinal) < 0) return; // HEAD
        var problem = JsonDocument.Parse(Encoding.Latin1.GetBytes(Body[Body.IndexOf('{', StringComparison.Ordinal)..(Body.LastIndexOf('}') + 1)])).RootElement;
        var type = ProblemTypes.All.SingleOrDefault(known => known.Address == problem.GetProperty("type").GetString());
        Assert.True(type is not null, $"no documented type: {Body}");
        Assert.Equal((type.Status, type.Status), (problem.GetProperty("status").GetInt32(), Status));
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.True(detail.Length is > 0 and < 2_000, $"a detail of {detail.Length} characters");
        Assert.DoesNotContain(Leaks, leak => detail.Contains(leak, StringComparison.Ordinal));
    }
}
