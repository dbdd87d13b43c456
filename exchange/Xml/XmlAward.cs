using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>An award with what it is out of, and its grade as the results file carries it.</summary>
/// <param name="MaximumTotal">Uniform marks where unitised, weighted marks where linear.</param>
/// <param name="Exchanged">Null unless graded.</param>
public sealed record XmlAward(Award Award, int MaximumTotal, ExchangeGrade? Exchanged)
{
    internal static XmlAward Of(Award award, SpecificationIndex specifications) => new(
        award with { Reason = award.Reason is null ? null : XmlText.Legal(award.Reason) },
        specifications.Of(award.Qualification).MaximumTotal,
        specifications.ExchangedOf(award));
}
