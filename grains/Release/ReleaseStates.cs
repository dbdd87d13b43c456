namespace ResultsGrid.Grains.Release;

public static class ReleaseStates
{
    public static ReleaseState At(ReleaseSchedule? approved, DateTimeOffset now) => approved switch
    {
        null => ReleaseState.Embargoed,
        _ when now >= approved.CandidateRelease && now >= approved.RestrictedRelease => ReleaseState.Released,
        _ when now >= approved.RestrictedRelease => ReleaseState.Restricted,
        _ => ReleaseState.Embargoed,
    };
}
