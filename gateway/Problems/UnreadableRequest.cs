using System.Text.Json;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Gateway.Problems;

/// <summary>Says what of a request the framework could not read, in the words of the API: its messages name our types.</summary>
public static class UnreadableRequest
{
    public static Refusal Refuse(BadHttpRequestException bad, RouteValueDictionary? route, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(bad);
        ArgumentNullException.ThrowIfNull(query);
        if (bad.InnerException is JsonException json) return new Refusal(ProblemTypes.Invalid, Describe(json));
        if (bad.StatusCode != StatusCodes.Status400BadRequest) return new Refusal(ProblemTypes.Of(bad.StatusCode), bad.Message);
        // An address whose code can't be one is the address of nothing.
        if (route?.Values.Any(value => Names(bad, value?.ToString())) == true) return new Refusal(ProblemTypes.NotFound, ProblemTypes.NotFound.Meaning);
        var parameter = query.Where(one => Names(bad, one.Value)).Select(one => one.Key).FirstOrDefault();
        return new Refusal(ProblemTypes.Invalid, parameter is null
            ? "The request lacks its JSON body, or a part of the address that it needs."
            : $"{parameter}: '{ShownText.Of(query[parameter].ToString())}' can't be read.");
    }

    private static bool Names(BadHttpRequestException bad, string? value)
        => value is { Length: > 0 } && bad.Message.EndsWith($" from \"{value}\".", StringComparison.Ordinal);

    private static string Describe(JsonException json)
    {
        var place = json.Path is { Length: > 0 } path ? path : "$";
        var line = json.LineNumber is { } number ? $" (line {number + 1})" : "";
        return $"{place}{line}: not what this address takes: a member of another name, a value of another type, or no JSON.";
    }
}
