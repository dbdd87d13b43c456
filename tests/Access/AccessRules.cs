using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Access;

/// <summary>Who is let through to what, when: an independent model of the whole service.</summary>
/// <param name="centres">Those that have candidates; each in every series.</param>
/// <param name="series">Null for one without an approved schedule.</param>
public sealed class AccessRules(IReadOnlyCollection<CentreNumber> centres, IReadOnlyDictionary<string, Timetable?> series)
{
    public Ruling Rule(Target target, Visitor visitor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(visitor);
        return target.Route.Protection switch
        {
            Protection.None => Ruling.Allowed,
            Protection.Password => Ruling.SignInRefused,
            Protection.Announcement => Announcement(target, now),
            _ when !visitor.IsLetIn => Ruling.NotSignedIn,
            Protection.SignIn => Ruling.Allowed,
            Protection.Board => visitor.IsOperator ? Ruling.Allowed : Ruling.NotYourRole,
            _ => OfCentre(target, visitor, now),
        };
    }

    private Ruling Announcement(Target target, DateTimeOffset now)
    {
        if (!series.TryGetValue(target.Series, out var timetable)) return Ruling.NotFound;
        return timetable is not null && now >= timetable.Candidates ? Ruling.Allowed : Ruling.Embargoed;
    }

    private Ruling OfCentre(Target target, Visitor visitor, DateTimeOffset now)
    {
        if (!CentreNumber.TryParse(target.Centre, null, out var centre) || !(visitor.IsOperator || visitor.Centre == centre)) return Ruling.NotFound;
        return target.Route.Protection switch
        {
            Protection.Centre => centres.Contains(centre) ? Ruling.Allowed : Ruling.NotFound,
            Protection.AccountKeeping => visitor.IsPerson && (visitor.IsOperator || visitor.Has(Role.CentreAdministrator)) ? Ruling.Allowed : Ruling.NotYourRole,
            Protection.Results => OfResults(target, centre, visitor, now),
            _ => throw new ArgumentException($"No rule for {target}."),
        };
    }

    private Ruling OfResults(Target target, CentreNumber centre, Visitor visitor, DateTimeOffset now)
    {
        if (!centres.Contains(centre) || !series.TryGetValue(target.Series, out var timetable)) return Ruling.NotFound;
        if ((timetable ?? Never).Opens(visitor, centre) is not { } opens) return Ruling.NotYourRole;
        return now >= opens ? Ruling.Allowed : Ruling.Embargoed;
    }

    private static readonly Timetable Never = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);
}
