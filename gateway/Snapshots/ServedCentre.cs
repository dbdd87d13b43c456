using ResultsGrid.Grains.Centres;

namespace ResultsGrid.Gateway.Snapshots;

/// <param name="Profile">Null for a centre that no series has entered.</param>
public sealed record ServedCentre(CentreProfile? Profile);
