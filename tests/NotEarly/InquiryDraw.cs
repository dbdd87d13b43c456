using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Draws requests of a route: a plain one, or one that is odd in some way.</summary>
/// <param name="guesses">Hashes that an insider might try as entity tags.</param>
internal sealed class InquiryDraw(TwoStores stores, AccessRules rules, IReadOnlyList<string> guesses, int seed)
{
    private static readonly string[] OtherCentres = [.. TwoStores.Centres.Select(centre => centre.ToString()), "99999", "9999x", "%20"];
    private static readonly string[] OtherSeries = ["6B25", "6b26", "XXXX", "6B26%20"];
    private static readonly string[] OtherMethods = ["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"];
    private static readonly string[] Codings = ["br", "gzip", "gzip, br;q=0.5", "identity;q=0", "*", "deflate", "br;q=nonsense"];
    private static readonly string[] Ranges = ["bytes=0-0", "bytes=0-99", "bytes=-1", "bytes=99999999-", "bytes=0-0,5-9", "lines=1-2", "bytes=9-1"];
    private static readonly string[] Dates = ["Sat, 10 Jan 2026 12:00:00 GMT", "Thu, 31 Dec 2026 23:59:59 GMT", "tomorrow"];
    private static readonly string[] DatedConditions = ["If-Modified-Since", "If-Unmodified-Since", "If-Range"];
    private static readonly string[] TaggedConditions = ["If-None-Match", "If-Match", "If-Range"];

    private static readonly string[] Queries =
    [
        "page=1", "page=2&pageSize=3", "page=0", "page=first", "page=99999999999", "pageSize=501", "pageSize=", "search=a", "search=%ff", "grade=A", "grade=U",
        "qualification=H401&grade=A", "qualification=H401&sort=grade", "sort=grade", "sort=name", "sort=size", "page=1&page=2", "unknown=1",
    ];

    private readonly Asking asking = new(rules);
    private readonly Random random = new(seed);

    /// <summary>Of the visitor's own centre, and of what there is.</summary>
    public Inquiry Plain(KnownRoute route, Visitor visitor)
        => Ask(route, visitor, (visitor.Centre ?? TwoStores.Read).ToString(), Packages.Series.ToString());

    public Inquiry Odd(KnownRoute route, Visitor visitor)
    {
        var inquiry = Ask(route, visitor, random.Next(2) == 0 ? Pick(OtherCentres) : TwoStores.Read.ToString(), random.Next(6) == 0 ? Pick(OtherSeries) : Packages.Series.ToString());
        return random.Next(7) switch
        {
            0 => inquiry,
            1 => With(inquiry, "Accept-Encoding", Pick(Codings)),
            2 => With(inquiry, "Range", Pick(Ranges)),
            3 => With(inquiry, Pick(TaggedConditions), random.Next(4) == 0 ? "*" : $"\"{Pick(guesses)}\""),
            4 => With(inquiry, Pick(DatedConditions), Pick(Dates)),
            5 when !route.Changes => inquiry with { Request = inquiry.Request with { Path = $"{inquiry.Request.Path}?{Pick(Queries)}" } },
            _ => Twist(inquiry),
        };
    }

    /// <summary>Queries and bodies of which many can't be read: what is wrong with them is no visitor's business who is refused.</summary>
    public IEnumerable<Inquiry> Unreadable(KnownRoute route, Visitor visitor)
    {
        var inquiry = Plain(route, visitor);
        if (route is { Protection: Protection.Results, Changes: false })
        {
            foreach (var query in Queries) yield return inquiry with { Request = inquiry.Request with { Path = $"{inquiry.Request.Path}?{query}" } };
        }

        if (route.Body is not null && route.Protection != Protection.Password) yield return inquiry with { Request = inquiry.Request with { Body = "{\"" } };
    }

    private Inquiry Ask(KnownRoute route, Visitor visitor, string centre, string series)
    {
        var (target, request) = asking.Ask(route, visitor, centre, series, Item(route));
        return new Inquiry(request, target, IsJudged: true);
    }

    private string Item(KnownRoute route) => route switch
    {
        { Names: "name" } => "embargoed",
        { Names: "user" } => "user3",
        { Names: "id", Protection: Protection.AccountKeeping } => "00000000",
        { Names: "id", Protection: Protection.Board, Changes: false } => $"{Packages.Series}-{random.Next(1, 8)}",
        { Names: { } name } => random.Next(10) == 0 ? "unknown" : Pick(stores.Items[name]),
        _ => "",
    };

    private Inquiry Twist(Inquiry inquiry)
    {
        var (request, path) = (inquiry.Request, inquiry.Request.Path);
        // Another method of these may be another route, which changes something.
        var mayTakeMethod = inquiry.Target.Route is { Changes: false, Protection: Protection.Results or Protection.Announcement or Protection.Centre };
        var twisted = random.Next(mayTakeMethod ? 8 : 7) switch
        {
            0 => request with { Path = $"{path}/" },
            1 => request with { Path = path.Replace("/documents", "//documents", StringComparison.Ordinal) },
            2 => request with { Path = path.ToUpperInvariant() },
            3 => request with { Path = $"{path}/../documents" },
            4 => request with { Path = $"{path}/%2e%2e/candidates" },
            5 => request with { Path = $"{path}%2f" },
            6 => request with { Path = $"{path};v=1" },
            _ => request with { Method = Pick(OtherMethods) },
        };
        return inquiry with { Request = twisted, IsJudged = false };
    }

    private static Inquiry With(Inquiry inquiry, string name, string value) => inquiry with { Request = inquiry.Request with { Headers = [(name, value)] } };

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
