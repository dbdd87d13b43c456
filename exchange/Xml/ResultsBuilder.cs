using System.Text;
using System.Xml;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.Xml;

/// <summary>Builds results from the nodes of a file that its schema has found valid so far.</summary>
internal sealed class ResultsBuilder(FileFaults faults)
{
    private readonly StringBuilder text = new();
    private readonly List<XmlCandidate> candidates = [];
    private readonly List<XmlAssessment> assessments = [];
    private readonly List<XmlAward> awards = [];
    private readonly List<CountedResult> counted = [];
    private XmlResults? results;
    private XmlCandidate? candidate;
    private XmlAward? award;

    /// <summary>Null where the file held no results element.</summary>
    public XmlResults? Build() => results is null ? null : results with { Candidates = candidates };

    public void Take(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                text.Clear();
                Start(new AttributeReader(xml, faults), xml.LocalName);
                if (xml.IsEmptyElement) End(xml.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                text.Append(xml.Value);
                break;
            case XmlNodeType.EndElement:
                End(xml.LocalName);
                break;
        }
    }

    private void Start(AttributeReader attributes, string element)
    {
        switch (element)
        {
            case "results":
                results = new XmlResults(
                    attributes.Text("awardingBody"), attributes.Value<CentreNumber>("centre"), "", attributes.Value<SeriesCode>("series"), "",
                    attributes.Text("basedataVersion"), null, []);
                break;
            case "candidate":
                assessments.Clear();
                awards.Clear();
                candidate = new XmlCandidate(
                    attributes.Value<CandidateNumber>("number"), new CandidateName("", ""), attributes.Date("dateOfBirth"),
                    attributes.Value<Uci>("uci"), attributes.Optional<Uln>("uln"), [], []);
                break;
            case "assessment":
                assessments.Add(AssessmentOf(attributes));
                break;
            case "award":
                counted.Clear();
                award = AwardOf(attributes);
                break;
            case "counted":
                counted.Add(new CountedResult(attributes.Value<AssessmentCode>("code"), attributes.Value<SeriesCode>("series"), attributes.Value<decimal>("score")));
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "seriesTitle": results = results! with { SeriesTitle = text.ToString() }; break;
            case "notice": results = results! with { Notice = text.ToString() }; break;
            case "centreName": results = results! with { CentreName = text.ToString() }; break;
            case "familyName": candidate = candidate! with { Name = candidate.Name with { FamilyName = text.ToString() } }; break;
            case "forenames": candidate = candidate! with { Name = candidate.Name with { Forenames = text.ToString() } }; break;
            case "reason": award = award! with { Award = award.Award with { Reason = text.ToString() } }; break;
            case "award": awards.Add(award! with { Award = award.Award with { Counted = [.. counted] } }); break;
            case "candidate": candidates.Add(candidate! with { Assessments = [.. assessments], Awards = [.. awards] }); break;
        }
    }

    private static XmlAssessment AssessmentOf(AttributeReader attributes) => new(
        new AssessmentResult(
            attributes.Value<AssessmentCode>("code"),
            ResultsNames.OutcomeOf(attributes.Text("outcome")),
            attributes.Optional<int>("rawMark"),
            attributes.Optional<int>("ums"),
            attributes.Optional<Grade>("grade"),
            attributes.Yes("partialAbsence"),
            attributes.Yes("specialConsideration")),
        ResultsNames.KindOf(attributes.Text("kind")),
        attributes.Value<int>("maximumMark"),
        attributes.Optional<int>("maximumUms"),
        attributes.Optional<decimal>("weightedMark"));

    private static XmlAward AwardOf(AttributeReader attributes)
    {
        var grade = attributes.Optional<Grade>("grade");
        var (first, second) = (attributes.Optional<Grade>("firstGrade"), attributes.Optional<Grade>("secondGrade"));
        attributes.Together("grade", "firstGrade");
        if (second is not null) attributes.Together("firstGrade", "secondGrade");
        return new XmlAward(
            new Award(
                attributes.Value<QualificationCode>("code"),
                attributes.Text("option"),
                ResultsNames.OutcomeOf(attributes.Text("outcome")),
                grade,
                attributes.Optional<int>("total"),
                attributes.Yes("partialAbsence"),
                attributes.Optional<Grade>("endorsement"),
                [],
                null),
            attributes.Value<int>("maximumTotal"),
            first is { } exchanged ? new ExchangeGrade(exchanged, second) : null);
    }
}
