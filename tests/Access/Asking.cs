namespace ResultsGrid.Tests.Access;

/// <summary>Fills routes in so that what changes something would do so only for who is refused: the tests leave a store as it was, unless it lets the wrong one through.</summary>
public sealed class Asking(AccessRules rules)
{
    /// <summary>A series that there is not.</summary>
    public const string UnknownSeries = "6B25";

    /// <summary>Whoever signs out is gone for the rest of the test.</summary>
    public static bool Covers(KnownRoute route, Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(visitor);
        return route is not { Method: "DELETE", Protection: Protection.SignIn } || !visitor.IsLetIn || !visitor.IsPerson;
    }

    /// <param name="item">What is asked for, where the visitor may not change it.</param>
    public (Target Target, WireRequest Request) Ask(KnownRoute route, Visitor visitor, string centre, string series, string item)
    {
        ArgumentNullException.ThrowIfNull(route);
        var idle = route.Changes && rules.Rule(new Target(route, centre, series, item), visitor, DateTimeOffset.MinValue) == Ruling.Allowed;
        // What has no body to be refused for is asked of a series, a user or a key that there is not.
        var target = idle && route.Body is null
            ? new Target(route, centre, UnknownSeries, "nobody")
            : new Target(route, centre, series, item);
        return (target, WireRequest.Of(target, visitor, idle ? route.IdleBody : route.Body));
    }
}
