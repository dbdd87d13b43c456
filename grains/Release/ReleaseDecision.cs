using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Release;

/// <summary>Who may read what, and when. The only such rule: every path that shows a result asks it, on every request.</summary>
/// <remarks>
/// Role table of the board (domain 3.2): Centre Administrator and Results Full Access read everything from restricted
/// release, Tutor/teacher from candidate release; boundaries and statistics open to everyone at candidate release. What no
/// line allows is refused, so an unknown role or a missing schedule reads nothing.
/// </remarks>
public static class ReleaseDecision
{
    /// <param name="centre">Whose results; null for what belongs to no centre.</param>
    /// <param name="approved">The approved schedule, or null where there is none.</param>
    /// <param name="now">The guarded clock's moment.</param>
    public static ReadDecision Decide(Reader reader, CentreNumber? centre, Subject subject, ReleaseSchedule? approved, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (subject == Subject.BoundariesAndStatistics) return From(approved?.CandidateRelease, now);

        var isOperator = reader.Has(Role.BoardOperator);
        if (centre is null || (!isOperator && reader.Centre != centre)) return new ReadDecision.NotYours();
        if (ReadsFromRestrictedRelease(reader)) return From(approved?.RestrictedRelease, now);
        if (reader.Has(Role.TutorTeacher)) return From(approved?.CandidateRelease, now);
        return new ReadDecision.NotYourRole();
    }

    /// <summary>The moment from which <paramref name="reader"/> reads a centre's results, or null where no role of theirs ever does or none is approved.</summary>
    public static DateTimeOffset? AvailableFrom(Reader reader, ReleaseSchedule? approved)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (ReadsFromRestrictedRelease(reader)) return approved?.RestrictedRelease;
        return reader.Has(Role.TutorTeacher) ? approved?.CandidateRelease : null;
    }

    private static bool ReadsFromRestrictedRelease(Reader reader)
        => reader.Has(Role.CentreAdministrator) || reader.Has(Role.ResultsFullAccess) || reader.Has(Role.BoardOperator);

    private static ReadDecision From(DateTimeOffset? opens, DateTimeOffset now)
        => opens is { } moment && now >= moment ? ReadDecision.Open.Now : new ReadDecision.Embargoed(opens);
}
