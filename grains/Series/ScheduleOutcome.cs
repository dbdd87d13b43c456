namespace ResultsGrid.Grains.Series;

/// <summary>What became of a proposal or an approval.</summary>
[GenerateSerializer, Alias("ScheduleOutcome")]
public enum ScheduleOutcome
{
    /// <summary>Waits for a second operator.</summary>
    Proposed,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>Candidate release lies before restricted release.</summary>
    OutOfOrder,

    /// <summary>Nothing waits for approval.</summary>
    NothingProposed,

    /// <summary>Another proposal than the one that was looked at waits now.</summary>
    ProposalChanged,

    /// <summary>Whoever proposed may not approve.</summary>
    SamePerson,

    /// <summary>The approver's account is new, was enabled or was given another password since the proposal.</summary>
    AccountChanged,
}
