namespace ResultsGrid.Rehearsal;

/// <summary>Which qualifications an invented series awards.</summary>
public enum RehearsalSubjects
{
    /// <summary>AS and A Level: unitised with published Accounting boundaries, linear, a double award.</summary>
    Gce,

    /// <summary>GCSE: unitised English, linear 9 to 1, tiers, a double award.</summary>
    Gcse,

    /// <summary>Cambridge Nationals and a Cambridge Advanced National with two results files.</summary>
    Vocational,

    /// <summary>All of them, about half linear.</summary>
    National,

    /// <summary>All of them for tests: rare events five times as often, and names that trouble careless software.</summary>
    Mixed,
}
