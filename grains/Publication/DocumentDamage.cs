using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Publication;

/// <summary>Something of a manifest that the store does not hold as it should.</summary>
/// <param name="IsMissing">It is not there at all; else its bytes are not the ones that were stored.</param>
public sealed record DocumentDamage(ContentHash Hash, bool IsMissing);
