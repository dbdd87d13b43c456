using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>An award with what it is out of.</summary>
/// <param name="MaximumTotal">Uniform marks where unitised, weighted marks where linear.</param>
public sealed record XmlAward(Award Award, int MaximumTotal);
