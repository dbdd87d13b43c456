using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Which content codings a client takes, and which rather (RFC 9110, 12.5.3).</summary>
public sealed class AcceptedEncodings
{
    public const string Identity = "identity";

    /// <summary>Identity is acceptable where nothing is said of it, but whoever names codings wants one of them: below every weight that can be written.</summary>
    private const double UnnamedIdentity = 0.0001;

    private const int MaxKept = 200;
    private const int MaxKeptChars = 100;
    private static readonly ConcurrentDictionary<string, AcceptedEncodings> Known = new(StringComparer.Ordinal);
    private static readonly AcceptedEncodings Nothing = new([]);

    private readonly Dictionary<string, double> weights = new(StringComparer.OrdinalIgnoreCase);

    private AcceptedEncodings(IEnumerable<StringWithQualityHeaderValue> codings)
    {
        foreach (var coding in codings) weights[coding.Value.ToString()] = coding.Quality ?? 1;
    }

    /// <summary>Clients say it in a few ways, again and again: those are kept read.</summary>
    public static AcceptedEncodings Of(StringValues header)
    {
        if (header.Count == 0) return Nothing;
        if (header.Count > 1 || header[0] is not { Length: <= MaxKeptChars } text) return Read(header);
        if (Known.TryGetValue(text, out var known)) return known;
        var accepted = Read(header);
        if (Known.Count < MaxKept) Known.TryAdd(text, accepted);
        return accepted;
    }

    /// <summary>The coding of greatest weight; of equals, the first offered. Identity where none is acceptable, rather than nothing.</summary>
    public string Choose(ReadOnlySpan<string> offered)
    {
        var (best, weight) = (Identity, 0d);
        foreach (var coding in offered)
        {
            if (Weight(coding) > weight) (best, weight) = (coding, Weight(coding));
        }

        return Weight(Identity) > weight ? Identity : best;
    }

    private static AcceptedEncodings Read(StringValues header)
        => new(StringWithQualityHeaderValue.TryParseList(header, out var codings) ? codings : []);

    private double Weight(string coding)
    {
        if (weights.TryGetValue(coding, out var weight) || weights.TryGetValue("*", out weight)) return weight;
        return coding == Identity ? UnnamedIdentity : 0;
    }
}
