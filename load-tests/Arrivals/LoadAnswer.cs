namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>What became of a request.</summary>
/// <param name="Outcome">A status, or the name of the fault where no whole answer came.</param>
/// <param name="Latency">From the moment at which it was due, so waiting for the drill itself is in it, to the last byte.</param>
/// <param name="ServedIn">From the moment at which it was sent to the answer's head.</param>
/// <param name="Lateness">How long after its moment it was sent.</param>
/// <param name="RetryAfter">As the answer said it.</param>
/// <param name="Bytes">Of the body.</param>
/// <param name="Problem">The body of a refusal; else "".</param>
public sealed record LoadAnswer(LoadRequest Request, string Outcome, TimeSpan Latency, TimeSpan ServedIn, TimeSpan Lateness, TimeSpan? RetryAfter, long Bytes, string Problem)
{
    /// <summary>A 200 or 201 with a body of the right length.</summary>
    public bool IsServed => Outcome is "200" or "201" && (Request.BodyBytes is not { } bytes || bytes == Bytes);
}
