using System.Globalization;
using ResultsGrid.LoadTests.Nights.Figures;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>A night's figures in words, as console and report have them.</summary>
public static class NightText
{
    public static string Outcomes(KindFigures kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return string.Join(", ", kind.Outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => string.Create(CultureInfo.InvariantCulture, $"{outcome.Key}: {outcome.Value:N0}")));
    }

    public static IReadOnlyList<(string What, string Value)> Summary(NightFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (meter, findings, seconds) = (figures.Night.Meter, figures.Night.Findings, figures.Wall.TotalSeconds);
        var answers = meter.Seconds.Where(second => second.Key >= 0 && second.Key <= seconds).ToList();
        List<(string What, string Value)> lines =
        [
            ("Verdict", figures.Holds ? "everything held" : Text($"{findings.Counts.Values.Sum():N0} findings, see below")),
            ("Comparisons made", Text($"{findings.Checks:N0}")),
            ("Centres", Text($"{figures.Served.Count:N0} of {figures.Centres:N0} have everything; half of them {figures.Median.TotalSeconds:N1} s after the release, the last {seconds:N1} s after it")),
            ("Clients", Text($"{figures.Keys:N0} with keys, {figures.People:N0} with passwords")),
            ("Document fetches completed", Text($"{figures.Fetches:N0}")),
            ("Answers", Text($"{meter.Answers:N0}, errors {meter.Errors:N0}")),
            ("Told to come again, sign-ins apart", Text($"clients with keys {figures.KeysRefused:N0} times, people {figures.PeopleRefused:N0} times")),
            ("Body bytes", Text($"{meter.Bytes:N0}")),
        ];
        if (answers.Count > 0)
        {
            lines.Add(("Goodput until the last centre had everything", Text(
                $"{answers.Sum(second => second.Value.Answers) / seconds:N0} answers and {answers.Sum(second => second.Value.Bytes) / seconds / 1e6:N1} MB a second")));
        }

        if (figures.Samples is [var first, .., var last])
            lines.Add(("Processor time", Text($"service {(last.Processor - first.Processor).TotalSeconds:N1} s, drill {(last.Own - first.Own).TotalSeconds:N1} s, on {Environment.ProcessorCount} processors that they share; service's memory at most {figures.Samples.Max(sample => sample.MemoryBytes) / 1e6:N0} MB")));
        lines.Add(("The drill's own lateness, part of every latency", Text($"p50 {meter.Lateness.Quantile(0.5).TotalMilliseconds:N1} ms, p99 {meter.Lateness.Quantile(0.99).TotalMilliseconds:N1} ms, at most {meter.Lateness.Max.TotalMilliseconds:N1} ms")));
        return lines;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
