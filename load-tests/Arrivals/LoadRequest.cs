namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>A request of a load, and whose it is.</summary>
/// <param name="By">A centre, or another name that figures are kept under.</param>
/// <param name="Bytes">As they go out.</param>
/// <param name="BodyBytes">How long the body of a 200 has to be; null where that is not known.</param>
public sealed record LoadRequest(string By, byte[] Bytes, long? BodyBytes = null);
