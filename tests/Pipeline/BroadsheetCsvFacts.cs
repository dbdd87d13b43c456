namespace ResultsGrid.Tests.Pipeline;

/// <summary>The broadsheet CSV: a line a candidate, three columns a qualification, two a unit.</summary>
internal static class BroadsheetCsvFacts
{
    private static readonly string[] Identity = ["series", "centre_number", "centre_name", "family_name", "forenames", "date_of_birth", "uci", "uln", "notice"];

    public static Facts Expected(ExpectedCentre centre) => Expected(centre, CsvFacts.Safe);

    /// <param name="written">How the table writes a text that could be a formula.</param>
    public static Facts Expected(ExpectedCentre centre, Func<string, string> written)
    {
        var facts = new Facts();
        var series = centre.Series;
        foreach (var person in centre.Candidates)
        {
            facts.Say(person.Number, "candidate", string.Join('|',
                series.Code, centre.Number, centre.Name, written(person.Row["family_name"]), person.Row["forenames"], person.Row["date_of_birth"], person.Uci, person.Row["uln"], series.Notice));
            foreach (var award in person.Results.Awards) facts.Say(person.Number, award.Qualification, $"{Words.Of(award)}|{award.Total}|{award.Endorsement}");
            foreach (var unit in person.Results.Assessments.Where(unit => series.IsUnit(unit.Assessment))) facts.Say(person.Number, unit.Assessment, $"{Words.Of(unit)}|{unit.Ums}");
        }

        return facts;
    }

    public static Facts Actual(byte[] file) => Actual(CsvFacts.Read(file));

    public static Facts Actual(IEnumerable<Dictionary<string, string>> rows)
    {
        var facts = new Facts();
        foreach (var row in rows)
        {
            var number = row["candidate_number"];
            facts.Say(number, "candidate", string.Join('|', Identity.Select(column => row[column])));
            var groups = row.Where(cell => cell.Key.Contains(' ')).GroupBy(cell => cell.Key.Split(' ')[0], cell => cell.Value);
            foreach (var group in groups.Where(group => group.Any(cell => cell.Length > 0))) facts.Say(number, group.Key, string.Join('|', group));
        }

        return facts;
    }
}
