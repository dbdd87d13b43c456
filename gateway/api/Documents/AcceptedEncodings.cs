using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Which content codings a client takes, and which rather (RFC 9110, 12.5.3).</summary>
public sealed class AcceptedEncodings
{
    public const string Identity = "identity";

    /// <summary>Identity is acceptable where nothing is said of it, but whoever names codings wants one of them: below every weight that can be written.</summary>
    private const double UnnamedIdentity = 0.0001;

    private readonly Dictionary<string, double> weights = new(StringComparer.OrdinalIgnoreCase);

    private AcceptedEncodings(IEnumerable<StringWithQualityHeaderValue> codings)
    {
        foreach (var coding in codings) weights[coding.Value.ToString()] = coding.Quality ?? 1;
    }

    public static AcceptedEncodings Of(StringValues header)
        => new(StringWithQualityHeaderValue.TryParseList(header, out var codings) ? codings : []);

    /// <summary>The coding of greatest weight; of equals, the first offered. Identity where none is acceptable, rather than nothing.</summary>
    public string Choose(IEnumerable<string> offered) => offered.Append(Identity).MaxBy(Weight) is { } best && Weight(best) > 0 ? best : Identity;

    private double Weight(string coding)
    {
        if (weights.TryGetValue(coding, out var weight) || weights.TryGetValue("*", out weight)) return weight;
        return coding == Identity ? UnnamedIdentity : 0;
    }
}
