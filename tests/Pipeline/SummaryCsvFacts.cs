namespace ResultsGrid.Tests.Pipeline;

/// <summary>The summary CSV: a line for each grade of each qualification and unit, then No Result, Pending, Absent and #.</summary>
internal static class SummaryCsvFacts
{
    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        foreach (var count in centre.Counts())
        {
            foreach (var grade in count.Grades) Say(count, grade, $"{count.Of(grade)}|{count.UpTo(grade)}|{count.PercentUpTo(grade)}");
            Say(count, "No Result", $"{count.Outcome("no-result")}||");
            Say(count, "Pending", $"{count.Outcome("pending")}||");
            Say(count, "Absent", $"{count.Outcome("absent")}||");
            Say(count, "#", $"{count.Partial}||");
        }

        return facts;

        void Say(ExpectedCount count, string grade, string figures) => facts.Say(Facts.All, $"{count.Code} {grade}",
            $"{centre.Series.Code}|{centre.Number}|{count.Kind}|{centre.Series.TitleOf(count.Code)}|{count.Results.Count}|{figures}|{centre.Series.Notice}");
    }

    public static Facts Actual(byte[] file) => Actual(CsvFacts.Read(file));

    public static Facts Actual(IEnumerable<Dictionary<string, string>> rows)
    {
        var facts = new Facts();
        foreach (var row in rows)
        {
            facts.Say(Facts.All, $"{row["code"]} {row["grade"]}", string.Join('|',
                row["series"], row["centre_number"], row["kind"], row["title"], row["entries"], row["count"], row["cumulative_count"], row["cumulative_percent"], row["notice"]));
        }

        return facts;
    }
}
