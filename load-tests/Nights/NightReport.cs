using System.Globalization;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Figures;
using ResultsGrid.LoadTests.Nights.Findings;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>A night as a page that a person reads.</summary>
public static class NightReport
{
    private const string Blue = "#1d70b8";
    private const string Red = "#d4351c";
    private const string Black = "#0b0c0c";

    /// <param name="command">What was typed, for whoever wants to see it again.</param>
    public static string Html(NightFigures figures, string command)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var night = figures.Night;
        var page = new ReportPage(string.Create(CultureInfo.InvariantCulture, $"A results night: {figures.Centres:N0} centres, seed {night.Wish.Seed}"));
        page.Verdict(figures.Holds, figures.Holds
            ? "Everything held: nothing early, every byte right, everyone served, every fetch recorded."
            : $"It did not hold: {string.Join(", ", night.Findings.Counts.Select(count => $"{Words(count.Key)} ({count.Value})"))}.");
        page.Table(new ReportTable("Summary", ["What", "Value"], [.. NightText.Summary(figures).Select(IReadOnlyList<string> (line) => [line.What, line.Value])], 1));
        AddFindings(page, night.Findings);
        AddLatencies(page, night.Meter);
        AddTimeline(page, night.Meter);
        if (figures.Samples.Count > 1) AddProcess(page, figures);
        page.Heading("How it was done").Table(Configuration(figures, command));
        return page.Html();
    }

    private static void AddFindings(ReportPage page, NightFindings findings)
    {
        page.Heading("Checks").Table(new ReportTable(
            "What was checked", ["Check", "Result"],
            [.. Enum.GetValues<Check>().Select(IReadOnlyList<string> (check) => [Words(check), findings.Counts.TryGetValue(check, out var count) ? $"failed, {count} times" : "held"])], 1));
        if (findings.AreNone) return;
        page.Table(new ReportTable(
            "The first findings", ["Check", "Where", "Expected", "Found"],
            [.. findings.First.Select(IReadOnlyList<string> (finding) => [Words(finding.Check), finding.Where, finding.Expected, finding.Found])], 1, 2, 3));
    }

    private static void AddLatencies(ReportPage page, NightMeter meter)
    {
        page.Heading("How long answers took").Paragraph(
            "From the moment at which a client meant to ask until the last byte was there. A client that had to wait because its connection was busy has waited: that time is counted.");
        var asked = meter.Kinds.Where(kind => kind.Value.Outcomes.Count > 0).ToList();
        page.Table(new ReportTable("Milliseconds by kind of request", ["Request", "Answered", "p50", "p90", "p99", "p99.9", "Longest", "Outcomes"], [.. asked.Select(kind => Row(kind.Key, kind.Value))], 7));
        foreach (var (kind, its) in asked.Where(kind => kind.Value.Latencies.Count > 0))
        {
            var caption = $"{Words(kind)}: how many took how long";
            page.Figure(caption, LatencyChart.Svg(caption, its.Latencies), LatencyChart.Table(caption, its.Latencies));
        }
    }

    private static IReadOnlyList<string> Row(RequestKind kind, KindFigures its) =>
    [
        Words(kind), its.Latencies.Count.ToString("N0", CultureInfo.InvariantCulture), Ms(its.Latencies.Quantile(0.5)), Ms(its.Latencies.Quantile(0.9)),
        Ms(its.Latencies.Quantile(0.99)), Ms(its.Latencies.Quantile(0.999)), Ms(its.Latencies.Max), NightText.Outcomes(its),
    ];

    private static void AddTimeline(ReportPage page, NightMeter meter)
    {
        if (meter.Seconds.Count == 0) return;
        // Seconds in which nothing happened count too, so that no line jumps over them.
        var seconds = Enumerable.Range(meter.Seconds.Keys.Min(), meter.Seconds.Keys.Max() - meter.Seconds.Keys.Min() + 1)
            .Select(second => (Second: second, Its: meter.Seconds.GetValueOrDefault(second) ?? new SecondFigures())).ToList();
        ChartLine Line(string name, string colour, string dash, Func<SecondFigures, double> value) => new(name, colour, dash, [.. seconds.Select(one => ((double)one.Second, value(one.Its)))]);
        var table = new ReportTable(
            "Each second", ["Second", "Requests due", "Answered", "Errors", "p99 ms", "Body bytes"],
            [.. seconds.Select(IReadOnlyList<string> (one) => [$"{one.Second}", N(one.Its.Arrivals), N(one.Its.Answers), N(one.Its.Errors), Ms(one.Its.Latencies.Quantile(0.99)), N(one.Its.Bytes)])]);
        page.Heading("The night, second by second");
        const string requests = "Requests due, answered and failed in each second";
        page.Figure(requests, TimeChart.Svg(requests, "a second", [Line("due", Black, "6 4", its => its.Arrivals), Line("answered", Blue, "", its => its.Answers), Line("errors", Red, "2 3", its => its.Errors)]), table);
        const string latency = "99 of 100 answers of each second, but for sign-ins, took no longer than";
        page.Figure(latency, TimeChart.Svg(latency, "ms", [Line("p99", Blue, "", its => its.Latencies.Quantile(0.99).TotalMilliseconds)]), table);
    }

    private static void AddProcess(ReportPage page, NightFigures figures)
    {
        var rates = figures.Samples.Zip(figures.Samples.Skip(1), (from, to) => (
            Second: (to.At - figures.Night.Clock.Release).TotalSeconds,
            Service: (to.Processor - from.Processor) / (to.At - from.At),
            Drill: (to.Own - from.Own) / (to.At - from.At),
            Memory: to.MemoryBytes / 1e6)).ToList();
        var table = new ReportTable(
            "Each second", ["Second", "Service's processors", "Drill's processors", "Service's memory MB"],
            [.. rates.Select(IReadOnlyList<string> (one) => [N(one.Second, 1), N(one.Service, 2), N(one.Drill, 2), N(one.Memory)])]);
        page.Heading("The machine").Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, which the service and the drill shared."));
        const string processors = "Processors in use";
        page.Figure(processors, TimeChart.Svg(processors, "processors",
        [
            new ChartLine("service", Blue, "", [.. rates.Select(one => (one.Second, one.Service))]), new ChartLine("drill", Black, "6 4", [.. rates.Select(one => (one.Second, one.Drill))]),
        ]), table);
        const string memory = "The service's resident memory";
        page.Figure(memory, TimeChart.Svg(memory, "MB", [new ChartLine("resident", Blue, "", [.. rates.Select(one => (one.Second, one.Memory))])]), table);
    }

    private static ReportTable Configuration(NightFigures figures, string command) => new("Configuration", ["What", "Value"],
    [
        ["Command", command],
        ["Address", figures.Address.ToString()],
        ["Series", figures.Night.Series.ToString()],
        ["Release", figures.Night.IsReleased ? "had been before: only the fetching was played" : $"{figures.Night.Clock.Release:yyyy-MM-dd HH:mm:ss} UTC"],
        ["Seed", $"{figures.Night.Wish.Seed}"],
        ["Speed", string.Create(CultureInfo.InvariantCulture, $"{figures.Night.Wish.Speed} times as fast as people and systems come")],
        ["Compressed bodies decompressed and checked plain", $"1 in {figures.Night.Wish.DecompressOneIn}; the others as sent"],
    ], 1);

    private static string Words(Check check) => check switch
    {
        Check.NothingEarly => "No result is answered before the release",
        Check.RetryAfterIsTheRelease => "Before the release, Retry-After names it",
        Check.EveryByte => "Every byte is as published",
        Check.OwnCentreOnly => "Nobody gets another centre's bytes",
        Check.EveryoneServed => "Everyone is served",
        _ => "Every completed fetch is in the ledger",
    };

    private static string Words(RequestKind kind) => kind switch
    {
        RequestKind.Poll => "Poll before the release",
        RequestKind.SignIn => "Sign-in",
        RequestKind.List => "List of documents",
        RequestKind.Document => "Document",
        _ => "Head or revalidation",
    };

    private static string Ms(TimeSpan duration) => N(duration.TotalMilliseconds, 1);

    private static string N(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
