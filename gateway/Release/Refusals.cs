using ResultsGrid.Gateway.Problems;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Release;

/// <summary>Release decisions in the words of the API.</summary>
public static class Refusals
{
    public static Refusal NotFound() => new(ProblemTypes.NotFound, ProblemTypes.NotFound.Meaning);

    /// <summary>The refusal that a decision means, or null where it is open.</summary>
    public static Refusal? Of(ReadDecision decision, DateTimeOffset now) => decision switch
    {
        ReadDecision.Open => null,
        ReadDecision.Embargoed { Opens: { } opens } => new Refusal(ProblemTypes.Embargoed, $"This opens for you at {LondonTime.Describe(opens)} (London time).")
            .With("opens", LondonTime.AtLondon(opens)).RetryAfter(opens - now),
        ReadDecision.Embargoed => new Refusal(ProblemTypes.Embargoed, "No release schedule is approved yet."),
        ReadDecision.NotYourRole => new Refusal(ProblemTypes.NotYourRole, "None of your roles reads results."),
        _ => NotFound(),
    };
}
