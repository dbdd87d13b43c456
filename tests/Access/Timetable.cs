using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Access;

/// <summary>When a series opens to whom, as the board's rules have it (domain 3.2), written anew and not by the product's decision.</summary>
public sealed record Timetable(DateTimeOffset Restricted, DateTimeOffset Candidates)
{
    /// <summary>From when a visitor may read a centre's results; null: never.</summary>
    public DateTimeOffset? Opens(Visitor visitor, CentreNumber centre)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        if (visitor.IsOperator) return Restricted;
        if (visitor.Centre != centre) return null;
        if (visitor.Has(Role.CentreAdministrator) || visitor.Has(Role.ResultsFullAccess)) return Restricted;
        return visitor.Has(Role.TutorTeacher) ? Candidates : null;
    }
}
