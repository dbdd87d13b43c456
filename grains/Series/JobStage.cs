namespace ResultsGrid.Grains.Series;

/// <summary>Where a job stands. Each kind passes its own stages, in this order.</summary>
[GenerateSerializer, Alias("JobStage")]
public enum JobStage
{
    /// <summary>Load: the package is read and checked whole.</summary>
    Reading,

    /// <summary>Load: centre by centre, candidates take their entries and marks.</summary>
    Applying,

    /// <summary>Award: centre by centre, marks become results.</summary>
    Awarding,

    /// <summary>Award: the centres' counts become national statistics.</summary>
    Counting,

    /// <summary>Publication: centre by centre, documents are made, stored and checked.</summary>
    Publishing,

    /// <summary>Publication: boundaries and statistics become those that the public reads from candidate release.</summary>
    Announcing,

    /// <summary>Check: centre by centre, published documents are read back and, where damaged, rebuilt.</summary>
    Checking,

    Finished,

    /// <summary>Load: the package was refused whole; nothing was applied.</summary>
    Refused,
}
