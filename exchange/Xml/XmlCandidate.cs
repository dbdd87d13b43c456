using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>One candidate in an XML results file.</summary>
public sealed record XmlCandidate(
    CandidateNumber Number,
    CandidateName Name,
    DateOnly DateOfBirth,
    Uci Uci,
    Uln? Uln,
    IReadOnlyList<XmlAssessment> Assessments,
    IReadOnlyList<XmlAward> Awards)
{
    internal static XmlCandidate Of(CandidateResults candidate, SpecificationIndex specifications) => new(
        candidate.Number,
        new CandidateName(XmlText.Legal(candidate.Name.FamilyName), XmlText.Legal(candidate.Name.Forenames)),
        candidate.DateOfBirth,
        candidate.Uci,
        candidate.Uln,
        [.. candidate.Assessments.Select(result => XmlAssessment.Of(result, specifications))],
        [.. candidate.Awards.Select(award => XmlAward.Of(award, specifications))]);
}
