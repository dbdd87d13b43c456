using System.Text;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The results file, cut by the byte positions of docs/edi-profile.md.</summary>
internal static class EdiFacts
{
    private const int RecordLength = 110;

    /// <param name="content">M or U.</param>
    public static Facts Expected(ExpectedCentre centre, char content, int sequence)
    {
        var facts = new Facts();
        var series = centre.Series;
        facts.Say(Facts.All, "header", $"01 {centre.Number} {series.Code} RG01 {series.BasedataVersion} {content} {sequence:000000} {series.Notice.ToUpperInvariant()}");
        var (awards, units, checkTotal) = (0, 0, 0);
        foreach (var person in centre.Candidates)
        {
            foreach (var award in person.Results.Awards.Where(_ => content == 'M'))
            {
                Say("R5", award.Qualification, $"{award.Option} {Text(award, series)}".Trim());
                awards++;
                checkTotal += award is { Outcome: "graded", Endorsement: null } ? award.Total!.Value : 0;
            }

            foreach (var unit in person.Results.Assessments.Where(unit => series.IsUnit(unit.Assessment) && series.IsSeparate(unit.Assessment) == (content == 'U')))
            {
                Say("R6", unit.Assessment, Text(unit, series));
                units++;
                checkTotal += unit.Ums ?? 0;
            }

            void Say(string record, string code, string text)
            {
                checkTotal += int.Parse(person.Number);
                facts.Say(person.Number, $"{record} {code}", $"{text} | {person.Uci} {person.Row["uln"]} {person.DateOfBirth:yyyyMMdd} {AsciiName.Of(person.Row["family_name"], person.Row["forenames"])}");
            }
        }

        facts.Say(Facts.All, "trailer", $"01 {centre.Number} {awards} awards, {units} units, {awards + units + 2} records, check total {checkTotal}");
        return facts;
    }

    public static Facts Actual(byte[] file)
    {
        var facts = new Facts();
        Assert.All(file, value => Assert.True(value is 13 or 10 or (>= 32 and < 127), $"Byte {value} is not printable ASCII."));
        var text = Encoding.ASCII.GetString(file);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        foreach (var record in text[..^2].Split("\r\n"))
        {
            Assert.True(record.Length == RecordLength, $"A record of {record.Length} bytes: '{record}'");
            switch (Cut(record, 1, 2))
            {
                case "R1":
                    facts.Say(Facts.All, "header", Words.Join(
                        Cut(record, 3, 4), Cut(record, 5, 9), Cut(record, 10, 13), Cut(record, 14, 17), Cut(record, 18, 37), Cut(record, 38, 38), Cut(record, 39, 44), Cut(record, 45, 104)));
                    break;
                case "R9":
                    facts.Say(Facts.All, "trailer", $"{Cut(record, 3, 4)} {Cut(record, 5, 9)} {Number(record, 10, 15)} awards, {Number(record, 16, 21)} units, {Number(record, 22, 28)} records, check total {Number(record, 29, 40)}");
                    break;
                case var type:
                    facts.Say(Cut(record, 8, 11), $"{type} {Cut(record, 25, 34)}",
                        $"{Words.Join(Cut(record, 35, 36), Result(record))} | {Cut(record, 12, 24)} {Cut(record, 101, 110)} {Cut(record, 93, 100)} {Cut(record, 53, 92)}");
                    break;
            }
        }

        return facts;
    }

    private static string Text(ExpectedAward award, ExpectedSeries series)
    {
        var halves = award.Grade is null ? [] : Halves(series.Carried(award.Qualification, award.Grade));
        var partial = award.IsPartial ? "#" : null;
        return (award.Outcome, award.Endorsement) switch
        {
            ("graded", null) => Words.Join("G", halves[0], halves[1], partial, $"{award.Total}/{series.MaximumTotal(award.Qualification)}"),
            ("graded", var endorsement) => Words.Join("E", halves[0], halves[1], partial, $"endorsed {endorsement}"),
            ("pending", var endorsement) => Words.Join("Q Q", endorsement is null ? null : $"endorsed {endorsement}"),
            (_, var endorsement) => Words.Join("X X", endorsement is null ? null : $"endorsed {endorsement}"),
        };
    }

    private static string Text(ExpectedAssessment unit, ExpectedSeries series) => unit.Outcome switch
    {
        "graded" => Words.Join("G", series.Carried(unit.Assessment, unit.Grade!), unit.IsPartial ? "#" : null, $"{unit.Ums}/{series.MaximumUms(unit.Assessment)}"),
        "absent" => $"A # {unit.Ums}/{series.MaximumUms(unit.Assessment)}",
        "pending" => "Q Q",
        _ => "X X",
    };

    // Letters of a double award, and numbers with a hyphen; *2, D*, D2 and the like are one grade.
    private static string[] Halves(string grade) => grade switch
    {
        [var first, '-', var second] => [$"{first}", $"{second}"],
        [>= 'A' and <= 'E' and var first, >= 'A' and <= 'E' and var second] => [$"{first}", $"{second}"],
        _ => [grade, ""],
    };

    private static string Result(string record)
    {
        var flag = Cut(record, 37, 37);
        var partial = Cut(record, 42, 42);
        return flag switch
        {
            "G" => Words.Join(flag, Cut(record, 38, 39), Cut(record, 40, 41), partial, $"{Number(record, 43, 46)}/{Number(record, 47, 50)}", Cut(record, 51, 52)),
            "A" => Words.Join(flag, Cut(record, 38, 41), partial, $"{Number(record, 43, 46)}/{Number(record, 47, 50)}", Cut(record, 51, 52)),
            _ => Words.Join(flag, Cut(record, 38, 39), Cut(record, 40, 41), partial, Cut(record, 43, 44) is { Length: > 0 } endorsement ? $"endorsed {endorsement}" : null, Cut(record, 45, 52)),
        };
    }

    /// <param name="from">As the profile counts: the first byte is 1, the last is included.</param>
    private static string Cut(string record, int from, int to) => record[(from - 1)..to].TrimEnd();

    private static int Number(string record, int from, int to) => int.Parse(record[(from - 1)..to]);
}
