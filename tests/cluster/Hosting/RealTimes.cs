namespace ResultsGrid.ClusterTests.Hosting;

/// <summary>How long the bounds of a test's host really are.</summary>
public sealed record RealTimes(TimeSpan CallTimeout, TimeSpan IdleAge, TimeSpan SweepInterval)
{
    /// <summary>Nothing times out or leaves while the test runs.</summary>
    public static RealTimes Ample { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));

    /// <summary>As short as a busy machine allows: a call takes milliseconds.</summary>
    public static RealTimes Brief { get; } = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));
}
