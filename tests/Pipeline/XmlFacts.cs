using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using ResultsGrid.Tests.Architecture;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The XML results file: component marks, uniform marks, totals and grades.</summary>
internal static class XmlFacts
{
    private static readonly XNamespace Results = "urn:resultsgrid:results:1";

    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        var series = centre.Series;
        facts.Say(Facts.All, "results", $"01 {centre.Number} {series.Code} {series.BasedataVersion} {series.Title} {series.Notice} {centre.Name}");
        foreach (var person in centre.Candidates)
        {
            facts.Say(person.Number, "candidate", Words.Join(person.Uci, person.Row["uln"], person.Row["date_of_birth"], person.Row["family_name"], person.Row["forenames"]));
            foreach (var result in person.Results.Assessments)
            {
                var isUnit = series.IsUnit(result.Assessment);
                facts.Say(person.Number, result.Assessment, Words.Join(
                    isUnit ? "unit" : "component",
                    result.Outcome == "graded" && !isUnit ? "marked" : result.Outcome,
                    result.Grade,
                    Named("raw", result.RawMark), Named("of", series.MaximumMark(result.Assessment)),
                    Named("ums", result.Ums), Named("of", series.MaximumUms(result.Assessment)),
                    Named("weighted", Plain(series.WeightedMark(result))),
                    result.IsPartial && result.Outcome == "graded" ? "#" : null,
                    result.HasConsideration ? "considered" : null));
            }

            foreach (var award in person.Results.Awards)
            {
                facts.Say(person.Number, award.Qualification, Words.Join(
                    award.Option, award.Outcome, award.Grade,
                    Named("total", award.Total), Named("of", series.MaximumTotal(award.Qualification)),
                    award.IsPartial ? "#" : null, Named("endorsed", award.Endorsement)));
                if (award.Total is { } total) facts.Say(person.Number, $"{award.Qualification} counted", $"{total}");
            }
        }

        return facts;
    }

    public static Facts Actual(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var document = XDocument.Load(stream);
        AssertValid(document);
        var facts = new Facts();
        var root = document.Root!;
        facts.Say(Facts.All, "results", Words.Join(
            Attribute(root, "awardingBody"), Attribute(root, "centre"), Attribute(root, "series"), Attribute(root, "basedataVersion"),
            root.Element(Results + "seriesTitle")?.Value, root.Element(Results + "notice")?.Value, root.Element(Results + "centreName")?.Value));
        foreach (var candidate in root.Elements(Results + "candidate"))
        {
            var number = Attribute(candidate, "number")!;
            facts.Say(number, "candidate", Words.Join(
                Attribute(candidate, "uci"), Attribute(candidate, "uln"), Attribute(candidate, "dateOfBirth"),
                candidate.Element(Results + "familyName")?.Value, candidate.Element(Results + "forenames")?.Value));
            foreach (var result in candidate.Elements(Results + "assessment"))
            {
                facts.Say(number, Attribute(result, "code")!, Words.Join(
                    Attribute(result, "kind"), Attribute(result, "outcome"), Attribute(result, "grade"),
                    Named("raw", Attribute(result, "rawMark")), Named("of", Attribute(result, "maximumMark")),
                    Named("ums", Attribute(result, "ums")), Named("of", Attribute(result, "maximumUms")),
                    Named("weighted", Attribute(result, "weightedMark")),
                    Attribute(result, "partialAbsence") is null || Attribute(result, "outcome") == "absent" ? null : "#",
                    Attribute(result, "specialConsideration") is null ? null : "considered"));
            }

            foreach (var award in candidate.Elements(Results + "award")) SayAward(facts, number, award);
        }

        return facts;
    }

    private static void SayAward(Facts facts, string number, XElement award)
    {
        var code = Attribute(award, "code")!;
        facts.Say(number, code, Words.Join(
            Attribute(award, "option"), Attribute(award, "outcome"), Attribute(award, "grade"),
            Named("total", Attribute(award, "total")), Named("of", Attribute(award, "maximumTotal")),
            Attribute(award, "partialAbsence") is null ? null : "#", Named("endorsed", Attribute(award, "endorsement"))));
        // What counted adds up to the total.
        if (Attribute(award, "total") is not null)
            facts.Say(number, $"{code} counted", $"{Math.Floor(award.Elements(Results + "counted").Sum(counted => decimal.Parse(Attribute(counted, "score")!)) + 0.5m):0}");
    }

    private static void AssertValid(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        using (var schema = XmlReader.Create(Path.Combine(SourceTree.Root, "docs/results.xsd"))) schemas.Add(Results.NamespaceName, schema);
        document.Validate(schemas, (_, fault) => Assert.Fail($"Against docs/results.xsd: {fault.Message}"));
    }

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;

    private static string? Plain(decimal? number) => number is { } value ? $"{value:0.####}" : null;

    private static string? Named(string name, object? value) => value is null ? null : $"{name} {value}";
}
