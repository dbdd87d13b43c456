using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Gateway.Operators;

/// <param name="Centres">Only these; without them, all of the series.</param>
public sealed record PublicationRequest(IReadOnlyList<CentreNumber>? Centres);
