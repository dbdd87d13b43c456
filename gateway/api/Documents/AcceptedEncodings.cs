using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Which content codings a client takes (RFC 9110, 12.5.3): named with a weight above zero, or covered by *.</summary>
public sealed class AcceptedEncodings
{
    private readonly Dictionary<string, double> weights = new(StringComparer.OrdinalIgnoreCase);

    private AcceptedEncodings(IEnumerable<StringWithQualityHeaderValue> codings)
    {
        foreach (var coding in codings) weights[coding.Value.ToString()] = coding.Quality ?? 1;
    }

    public static AcceptedEncodings Of(StringValues header)
        => new(StringWithQualityHeaderValue.TryParseList(header, out var codings) ? codings : []);

    public bool Accepts(string coding)
        => (weights.TryGetValue(coding, out var weight) || weights.TryGetValue("*", out weight)) && weight > 0;
}
