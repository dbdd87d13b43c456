namespace ResultsGrid.Grains.Release;

/// <summary>What somebody asks to read.</summary>
public enum Subject
{
    /// <summary>A centre's results in any form: documents, results on screen, what was fetched.</summary>
    CentreResults,

    /// <summary>Grade boundaries and national statistics: nobody's before candidate release, everybody's after.</summary>
    BoundariesAndStatistics,
}
