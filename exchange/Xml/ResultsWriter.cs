using System.Globalization;
using System.Text;
using System.Xml;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>Writes results as XML: UTF-8 without byte order mark, one element a line.</summary>
internal static class ResultsWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Write(XmlResults results)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) Write(xml, results);
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, XmlResults results)
    {
        xml.WriteStartElement("results", ResultsNames.Namespace);
        xml.WriteAttributeString("awardingBody", results.AwardingBody);
        xml.WriteAttributeString("centre", results.Centre.ToString());
        xml.WriteAttributeString("series", results.Series.ToString());
        xml.WriteAttributeString("basedataVersion", results.BasedataVersion);
        xml.WriteElementString("seriesTitle", ResultsNames.Namespace, results.SeriesTitle);
        if (results.Notice is not null) xml.WriteElementString("notice", ResultsNames.Namespace, results.Notice);
        xml.WriteElementString("centreName", ResultsNames.Namespace, results.CentreName);
        foreach (var candidate in results.Candidates) Write(xml, candidate);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, XmlCandidate candidate)
    {
        xml.WriteStartElement("candidate", ResultsNames.Namespace);
        xml.WriteAttributeString("number", candidate.Number.ToString());
        xml.WriteAttributeString("uci", candidate.Uci.ToString());
        if (candidate.Uln is { } uln) xml.WriteAttributeString("uln", uln.ToString());
        xml.WriteAttributeString("dateOfBirth", candidate.DateOfBirth.ToString(ResultsNames.DateFormat, CultureInfo.InvariantCulture));
        xml.WriteElementString("familyName", ResultsNames.Namespace, candidate.Name.FamilyName);
        xml.WriteElementString("forenames", ResultsNames.Namespace, candidate.Name.Forenames);
        foreach (var assessment in candidate.Assessments) Write(xml, assessment);
        foreach (var award in candidate.Awards) Write(xml, award);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, XmlAssessment assessment)
    {
        var result = assessment.Result;
        xml.WriteStartElement("assessment", ResultsNames.Namespace);
        xml.WriteAttributeString("code", result.Assessment.ToString());
        xml.WriteAttributeString("kind", ResultsNames.Of(assessment.Kind));
        xml.WriteAttributeString("outcome", ResultsNames.Of(result.Outcome, assessment.Kind));
        WriteGrade(xml, "grade", result.Grade);
        WriteMark(xml, "rawMark", result.RawMark);
        WriteMark(xml, "maximumMark", assessment.MaximumMark);
        WriteMark(xml, "ums", result.Ums);
        WriteMark(xml, "maximumUms", assessment.MaximumUms);
        if (assessment.WeightedMark is { } weighted) WriteScore(xml, "weightedMark", weighted);
        WriteYes(xml, "partialAbsence", result.PartialAbsence);
        WriteYes(xml, "specialConsideration", result.SpecialConsideration);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, XmlAward reported)
    {
        var award = reported.Award;
        xml.WriteStartElement("award", ResultsNames.Namespace);
        xml.WriteAttributeString("code", award.Qualification.ToString());
        if (award.Option.Length > 0) xml.WriteAttributeString("option", award.Option);
        xml.WriteAttributeString("outcome", ResultsNames.Of(award.Outcome));
        WriteGrade(xml, "grade", award.Grade);
        WriteGrade(xml, "firstGrade", reported.Exchanged?.First);
        WriteGrade(xml, "secondGrade", reported.Exchanged?.Second);

        WriteMark(xml, "total", award.Total);
        WriteMark(xml, "maximumTotal", reported.MaximumTotal);
        WriteYes(xml, "partialAbsence", award.PartialAbsence);
        WriteGrade(xml, "endorsement", award.Endorsement);
        if (award.Reason is not null) xml.WriteElementString("reason", ResultsNames.Namespace, award.Reason);
        foreach (var counted in award.Counted)
        {
            xml.WriteStartElement("counted", ResultsNames.Namespace);
            xml.WriteAttributeString("code", counted.Assessment.ToString());
            xml.WriteAttributeString("series", counted.Series.ToString());
            WriteScore(xml, "score", counted.Score);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteGrade(XmlWriter xml, string name, Grade? grade)
    {
        if (grade is { } value) xml.WriteAttributeString(name, value.ToString());
    }

    private static void WriteMark(XmlWriter xml, string name, int? mark)
    {
        if (mark is { } value) xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteScore(XmlWriter xml, string name, decimal score) => xml.WriteAttributeString(name, ScoreText.Of(score));

    private static void WriteYes(XmlWriter xml, string name, bool value)
    {
        if (value) xml.WriteAttributeString(name, ResultsNames.Yes);
    }
}
