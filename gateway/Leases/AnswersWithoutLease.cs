namespace ResultsGrid.Gateway.Leases;

/// <summary>Says on an endpoint that its answer depends on nothing that could have changed elsewhere.</summary>
internal sealed record AnswersWithoutLease;
