using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>What an XML results file says: each result with what it is out of, so that nothing is looked up elsewhere.</summary>
/// <param name="Notice">Set where the data is not real.</param>
/// <param name="Candidates">In candidate-number order.</param>
public sealed record XmlResults(
    string AwardingBody,
    CentreNumber Centre,
    string CentreName,
    SeriesCode Series,
    string SeriesTitle,
    string BasedataVersion,
    string? Notice,
    IReadOnlyList<XmlCandidate> Candidates)
{
    /// <exception cref="InvalidDataException">A result lacks its specification.</exception>
    public static XmlResults Of(CentreResults results, string awardingBody)
    {
        var specifications = new SpecificationIndex(results);
        return new XmlResults(
            awardingBody,
            results.Centre,
            XmlText.Legal(results.CentreName),
            results.Series,
            XmlText.Legal(results.SeriesTitle),
            XmlText.Legal(results.BasedataVersion),
            results.Notice is null ? null : XmlText.Legal(results.Notice),
            [.. results.Candidates.Select(candidate => XmlCandidate.Of(candidate, specifications))]);
    }
}
