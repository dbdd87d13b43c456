namespace ResultsGrid.LoadTests.Growth;

/// <summary>What a service of one size takes.</summary>
/// <param name="Ready">From its start until it served, everything read ahead.</param>
/// <param name="HeapBytes">Of all objects that live once everything but documents was read ahead.</param>
/// <param name="ResidentBytes">After it had answered all requests, documents included.</param>
/// <param name="Processor">For each request, a round each.</param>
/// <param name="BareProcessor">The same of a bare server with the same documents.</param>
/// <param name="Failures">"none", or what was not answered 200.</param>
public sealed record SizeFigures(int Centres, TimeSpan Ready, long HeapBytes, long ResidentBytes, IReadOnlyList<TimeSpan> Processor, IReadOnlyList<TimeSpan> BareProcessor, string Failures)
{
    public TimeSpan MedianProcessor => Median(Processor);

    public TimeSpan MedianBareProcessor => Median(BareProcessor);

    private static TimeSpan Median(IReadOnlyList<TimeSpan> rounds) => rounds.Order().ElementAt(rounds.Count / 2);
}
