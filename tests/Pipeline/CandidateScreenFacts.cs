using System.Text.Json;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The screens by candidate: the list, page by page, and each candidate's own.</summary>
internal static class CandidateScreenFacts
{
    /// <summary>Small, so that there are pages to turn.</summary>
    private const int PageSize = 25;

    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        var series = centre.Series;
        foreach (var person in centre.Candidates)
        {
            facts.Say(person.Number, "listed", $"{person.Name} {person.Uci}");
            facts.Say(person.Number, "shown", Words.Join(person.Name, person.Row["date_of_birth"], person.Uci, person.Row["uln"]));
            foreach (var award in person.Results.Awards)
            {
                var text = Words.Join(Screen.Outcome(award.Outcome), award.Grade, award.Total, "of", series.MaximumTotal(award.Qualification), award.IsPartial ? "#" : null, award.Endorsement);
                facts.Say(person.Number, $"{award.Qualification} listed", text);
                facts.Say(person.Number, award.Qualification, text);
            }

            foreach (var result in person.Results.Assessments)
            {
                facts.Say(person.Number, result.Assessment, Words.Join(
                    series.IsUnit(result.Assessment) ? "unit" : "component", Screen.Outcome(result.Outcome), result.RawMark, "of", series.MaximumMark(result.Assessment),
                    result.Ums, "of", series.MaximumUms(result.Assessment), result.Grade, result.IsPartial ? "#" : null, result.HasConsideration ? "considered" : null));
            }
        }

        return facts;
    }

    public static async Task<Facts> Actual(CentreClient client)
    {
        var (facts, total) = (new Facts(), 1);
        for (var page = 1; (page - 1) * PageSize < total; page++)
        {
            var list = await client.Get($"candidates?page={page}&pageSize={PageSize}");
            total = list.GetProperty("total").GetInt32();
            foreach (var candidate in list.GetProperty("candidates").EnumerateArray()) await Say(facts, client, candidate);
        }

        return facts;
    }

    private static async Task Say(Facts facts, CentreClient client, JsonElement listed)
    {
        var number = Screen.Text(listed, "number")!;
        facts.Say(number, "listed", $"{Screen.Text(listed, "name")} {Screen.Text(listed, "uci")}");
        var shown = await client.Get($"candidates/{number}");
        facts.Say(number, "shown", Words.Join(Screen.Text(shown, "name"), Screen.Text(shown, "dateOfBirth"), Screen.Text(shown, "uci"), Screen.Text(shown, "uln")));
        foreach (var (brief, award) in listed.GetProperty("awards").EnumerateArray().Zip(shown.GetProperty("awards").EnumerateArray()))
        {
            facts.Say(number, $"{Screen.Text(brief, "qualification")} listed", Award(brief));
            facts.Say(number, Screen.Text(award, "qualification")!, Award(award));
        }

        foreach (var result in shown.GetProperty("assessments").EnumerateArray())
        {
            facts.Say(number, Screen.Text(result, "assessment")!, Words.Join(
                Screen.Text(result, "kind"), Screen.Text(result, "outcome"), Screen.Text(result, "rawMark"), "of", Screen.Text(result, "maximumMark"),
                Screen.Text(result, "ums"), "of", Screen.Text(result, "maximumUms"), Screen.Text(result, "grade"),
                Screen.Partial(result), result.GetProperty("specialConsideration").GetBoolean() ? "considered" : null));
        }
    }

    private static string Award(JsonElement award) => Words.Join(
        Screen.Text(award, "outcome"), Screen.Text(award, "grade"), Screen.Text(award, "total"), "of", Screen.Text(award, "maximumTotal"), Screen.Partial(award), Screen.Text(award, "endorsement"));
}
