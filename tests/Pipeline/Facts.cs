namespace ResultsGrid.Tests.Pipeline;

/// <summary>What a document says, or should say: one text for each candidate and code, in the order of the document.</summary>
public sealed class Facts
{
    /// <summary>In place of a candidate: what is said of all of them.</summary>
    public const string All = "(all)";

    private const string Nothing = "(nothing)";

    private readonly List<(string Candidate, string Code)> order = [];
    private readonly Dictionary<(string Candidate, string Code), string> texts = [];

    public int Count => order.Count;

    /// <summary>What is said twice stands twice.</summary>
    public void Say(string candidate, string code, string text)
    {
        var key = (candidate, code);
        if (!texts.TryGetValue(key, out var said)) order.Add(key);
        texts[key] = said is null ? text : $"{said} and {text}";
    }

    /// <summary>What is said again in the same words stands once.</summary>
    public void SayOnce(string candidate, string code, string text)
    {
        if (texts.GetValueOrDefault((candidate, code)) != text) Say(candidate, code, text);
    }

    public void SayAll(Facts others)
    {
        foreach (var (candidate, code) in others.order) Say(candidate, code, others.texts[(candidate, code)]);
    }

    /// <summary>Every difference of what was found from these expectations, the order included.</summary>
    public IEnumerable<Difference> Differences(Facts actual, string centre, string document)
    {
        foreach (var (candidate, code) in order.Union(actual.order))
        {
            var expected = texts.GetValueOrDefault((candidate, code), Nothing);
            var found = actual.texts.GetValueOrDefault((candidate, code), Nothing);
            if (expected != found) yield return new(centre, document, candidate, code, expected, found);
        }

        var misplaced = order.Where(actual.texts.ContainsKey).Zip(actual.order.Where(texts.ContainsKey)).FirstOrDefault(pair => pair.First != pair.Second);
        if (misplaced.First != misplaced.Second)
            yield return new(centre, document, misplaced.First.Candidate, misplaced.First.Code, "here in the order", $"{misplaced.Second.Candidate} {misplaced.Second.Code} here");
    }
}
