using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.LoadTests.Nights.Plans;

/// <summary>Who comes when. An open model: no moment depends on an answer, so a slow server meets as many as a fast one.</summary>
/// <remarks>The shares are assumptions: no board publishes how its centres come.</remarks>
public static class NightPlan
{
    /// <summary>Of management systems: ask once, are told when it opens, and come then. The others go on asking.</summary>
    private const double ObeyRetryAfter = 0.6;

    private const double AcceptBrotli = 0.4;
    private const double AcceptGzip = 0.4;
    private const double HaveTwoConnections = 0.3;
    private const double BreakOff = 0.03;
    private const double FetchTwice = 0.05;
    private const double AskForHeads = 0.1;
    private const double Revalidate = 0.2;

    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(30);

    /// <summary>Retry-After is in whole seconds, and those who obey it wait a little longer, so as not to come all at once.</summary>
    private static readonly TimeSpan ObedientJitter = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan EarliestSignIn = TimeSpan.FromSeconds(-40);
    private static readonly TimeSpan LatestSignIn = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SoonestRevalidation = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LatestRevalidation = TimeSpan.FromSeconds(60);

    /// <param name="keyed">The centres whose management systems come.</param>
    /// <param name="people">The centres of the people who come with passwords, one for each person.</param>
    /// <param name="isReleased">The series is out already: nobody asks before.</param>
    public static IReadOnlyList<NightClientPlan> Draw(NightWish wish, IReadOnlyList<CentreNumber> keyed, IReadOnlyList<CentreNumber> people, bool isReleased)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(keyed);
        ArgumentNullException.ThrowIfNull(people);
        return
        [
            .. keyed.Select((centre, index) => System(wish, centre, index, isReleased)),
            .. people.Select((centre, index) => Person(wish, centre, keyed.Count + index, isReleased)),
        ];
    }

    private static NightClientPlan System(NightWish wish, CentreNumber centre, int place, bool isReleased)
    {
        var chance = Chance(wish, place);
        var every = Between(chance, ShortestPoll, LongestPoll) / wish.Speed;
        var (first, obeys) = (every * chance.NextDouble() - wish.Lead, chance.NextDouble() < ObeyRetryAfter);
        var polls = new List<TimeSpan>();
        var next = first;
        for (; next < TimeSpan.Zero; next += every * (0.9 + (0.2 * chance.NextDouble()))) polls.Add(next);
        if (obeys) next = TimeSpan.FromSeconds(1) + (ObedientJitter / wish.Speed * chance.NextDouble());
        if (isReleased) next = every * chance.NextDouble();
        return Rest(wish, chance, new NightClientPlan(
            place, centre, isReleased ? [] : obeys ? [.. polls.Take(1)] : polls, SignIn: null, next, default, null, 1, false, false, false, null));
    }

    private static NightClientPlan Person(NightWish wish, CentreNumber centre, int place, bool isReleased)
    {
        var chance = Chance(wish, place);
        var signIn = Between(chance, isReleased ? TimeSpan.Zero : EarliestSignIn, LatestSignIn) / wish.Speed;
        // Nobody comes before the night begins.
        if (signIn < -wish.Lead) signIn = -wish.Lead * chance.NextDouble();
        var list = TimeSpan.FromTicks(Math.Max(0, signIn.Ticks)) + (LongestReading / wish.Speed * chance.NextDouble());
        return Rest(wish, chance, new NightClientPlan(place, centre, [], signIn, list, default, null, 1, false, false, false, null));
    }

    private static NightClientPlan Rest(NightWish wish, Random chance, NightClientPlan plan)
    {
        var coding = chance.NextDouble();
        return plan with
        {
            Pace = LongestPace / wish.Speed * chance.NextDouble(),
            Encoding = coding < AcceptBrotli ? "br, gzip" : coding < AcceptBrotli + AcceptGzip ? "gzip" : null,
            Connections = chance.NextDouble() < HaveTwoConnections ? 2 : 1,
            BreaksOff = chance.NextDouble() < BreakOff,
            FetchesTwice = chance.NextDouble() < FetchTwice,
            Heads = chance.NextDouble() < AskForHeads,
            Revalidation = chance.NextDouble() < Revalidate ? plan.List + (Between(chance, SoonestRevalidation, LatestRevalidation) / wish.Speed) : null,
        };
    }

    /// <summary>A stream of its own for each client: what one draws changes nothing for the others.</summary>
    private static Random Chance(NightWish wish, int place) => new(wish.Seed + (1_000_003 * (place + 1)));

    private static TimeSpan Between(Random chance, TimeSpan least, TimeSpan most) => least + ((most - least) * chance.NextDouble());
}
