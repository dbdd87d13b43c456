namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>One cycle of a series writer, in this order.</summary>
public enum SeriesStep
{
    Load,
    Award,
    Publish,

    /// <summary>An award that nobody needs: one whose beginning was interrupted must not keep the series from being published.</summary>
    AwardAgain,
    PublishAgain,
    Withdraw,
    PublishOthers,
}
