using ResultsGrid.LoadTests.Arrivals;

namespace ResultsGrid.LoadTests.Storms;

/// <summary>One half of a pair.</summary>
/// <param name="Name">For example "without".</param>
public sealed record StormFigures(string Name)
{
    private int speechless;

    public LoadFigures Downloads { get; } = new();

    /// <summary>Requests with sessions that were opened before.</summary>
    public LoadFigures Sessions { get; } = new();

    /// <summary>Right passwords at centres that many sign in at.</summary>
    public LoadFigures Right { get; } = new();

    /// <summary>Wrong ones, at many centres and at the one that is guessed at.</summary>
    public LoadFigures Wrong { get; } = new();

    /// <summary>Right ones at a centre where nobody else signs in.</summary>
    public LoadFigures Quiet { get; } = new();

    public TimeSpan Took { get; set; }

    /// <summary>Refusals for lack of room that did not say when to come back, in header and words.</summary>
    public int Speechless => speechless;

    public void HearSignIn(LoadAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        (answer.Request.By switch { SignInKind.Right => Right, SignInKind.Quiet => Quiet, _ => Wrong }).Hear(answer);
        if (answer.Outcome == "503" && (answer.RetryAfter is null || !answer.Problem.Contains(" seconds", StringComparison.Ordinal))) Interlocked.Increment(ref speechless);
    }
}
