namespace ResultsGrid.Awarding.Specification;

/// <summary>A further point of a unit's conversion that is no grade boundary: the A* point of an A2 unit, the cap, the notional N.</summary>
/// <param name="RawMark">Raw mark of the point.</param>
/// <param name="Ums">Uniform mark that it converts to.</param>
/// <param name="Provenance">Given, or computed once at load.</param>
public sealed record ConversionPoint(int RawMark, int Ums, Provenance Provenance);
