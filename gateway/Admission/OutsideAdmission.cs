namespace ResultsGrid.Gateway.Admission;

/// <summary>Says on an endpoint that it takes no place among the requests worked on.</summary>
public sealed record OutsideAdmission;
