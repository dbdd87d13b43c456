using System.Collections.Concurrent;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Hosting;
using Xunit.Abstractions;

namespace ResultsGrid.Tests.NotWrong;

/// <summary>Everybody asks every route for everything of everybody, and gets what is theirs and nothing else.</summary>
public abstract class NotWrongTests(FiveCentres five, ITestOutputHelper output)
{
    private const int MaxShown = 8;
    private const string UnknownCentre = "99999";

    /// <summary>More where a change is answered only when all nodes show it: those wait and take no processor.</summary>
    private readonly int atATime = five.Gateway.On.ShowsChangesAtOnce() ? 4 : 16;

    private static readonly string[] CentresAskedFor = [.. FiveCentres.Centres.Select(centre => centre.ToString()), UnknownCentre, "9999x"];
    private static readonly string[] SeriesAskedFor = [FiveCentres.Released, FiveCentres.Embargoed, Asking.UnknownSeries];
    private static readonly string[] Once = [""];

    private readonly Belongings belongings = new(FiveCentres.Expected.Centres);
    private readonly ConcurrentBag<string> faults = [];
    private readonly ConcurrentDictionary<string, int> ownData = new();
    private int sent;

    [Fact]
    public void Every_route_is_covered() => KnownRoutes.Cover(five.Gateway);

    [Fact]
    public async Task Nobody_gets_a_byte_of_another_centre_and_nobody_changes_what_is_not_theirs()
    {
        var before = StoredState.Of(five.Gateway.Folder);
        var asking = five.Visitors.SelectMany(visitor => KnownRoutes.All.Where(route => Asking.Covers(route, visitor)), (visitor, route) => (visitor, route));
        await Parallel.ForEachAsync(asking, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (one, _) => await AskForEverything(one.visitor, one.route));
        Assert.True(faults.IsEmpty, $"{faults.Count} wrong answers, first:\n{string.Join("\n\n", faults.Order().Take(MaxShown))}");

        // That somebody got their own proves that the search for others' had something to search.
        foreach (var route in new[] { "documents/{id}", "documents.zip", "candidates", "candidates/{number}" })
            Assert.True(ownData.GetValueOrDefault($"GET /api/v1/centres/{{centre}}/series/{{series}}/{route}") > 0, $"Nobody got candidates of their own by {route}.");

        var after = StoredState.Of(five.Gateway.Folder);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        foreach (var (row, value) in before) Assert.True(value == after[row], $"{row} was changed from\n{value}\nto\n{after[row]}");
        output.WriteLine($"{sent} requests of {five.Visitors.Count} visitors, every answer judged.");
    }

    private async Task AskForEverything(Visitor visitor, KnownRoute route)
    {
        var asking = new Asking(five.Rules);
        foreach (var series in route.NamesSeries ? SeriesAskedFor : Once)
        {
            // Who is not let in is refused before anything that they name is looked at.
            foreach (var item in visitor.IsLetIn ? Items(route) : Items(route).Take(1))
            {
                var unknown = route.NamesCentre ? await Ask(UnknownCentre) : null;
                foreach (var centre in route.NamesCentre ? CentresAskedFor.Where(centre => centre != UnknownCentre) : Once)
                {
                    var answer = await Ask(centre);
                    var isOthers = CentreNumber.TryParse(centre, null, out var number) && number != visitor.Centre && !visitor.IsOperator;
                    if (isOthers && unknown!.Difference(answer) is { } difference) faults.Add($"{route} of {centre} as {visitor} tells that there is such a centre: {difference}");
                }

                async Task<WireAnswer> Ask(string centre)
                {
                    var (target, request) = asking.Ask(route, visitor, centre, series, Victim(route, centre) ?? item);
                    var answer = await five.Wire.Send(request);
                    Interlocked.Increment(ref sent);
                    if (Fault(target, visitor, answer) is { } fault) faults.Add($"{request}: {fault}");
                    return answer;
                }
            }
        }
    }

    private string? Fault(Target target, Visitor visitor, WireAnswer answer)
    {
        var ruling = five.Rules.Rule(target, visitor, five.Gateway.Clock.GetUtcNow());
        if (ruling.Fault(answer) is { } wrong) return wrong;
        if (answer.Status != 200 || target.Route.Protection is not (Protection.Results or Protection.Centre or Protection.AccountKeeping))
            return belongings.OfAnyone(answer.Body) is { } somebody ? $"shows a candidate: {somebody}" : null;

        if (belongings.OfOthers(target.Centre, answer.Body) is { } foreign) return $"is of another centre: {foreign}";
        if (belongings.OfAnyone(answer.Body) is not null) ownData.AddOrUpdate(target.Route.ToString(), 1, (_, count) => count + 1);
        if (target.Route.Names != "number") return null;
        var asked = FiveCentres.Expected.Centres.Single(centre => centre.Number == target.Centre).Candidates.Single(candidate => candidate.Number == target.Item);
        return answer.Text.Contains(asked.Uci, StringComparison.Ordinal) ? null : $"is not candidate {target.Item}";
    }

    /// <summary>Whom or what a change would hit; null for a route that changes no account.</summary>
    private string? Victim(KnownRoute route, string centre) => route switch
    {
        { Names: "user", NamesCentre: false } => "approver",
        { Names: "user" } => five.Victims.GetValueOrDefault(centre).User ?? "nobody",
        { Names: "id", Protection: Protection.AccountKeeping } => five.Victims.GetValueOrDefault(centre).Key ?? "00000000",
        _ => null,
    };

    private static IEnumerable<string> Items(KnownRoute route) => route switch
    {
        { Names: "number" } => [.. FiveCentres.Expected.Centres[0].Candidates.Select(candidate => candidate.Number), "9999", "none"],
        { Names: "code" } => [.. FiveCentres.Expected.Centres.SelectMany(Codes).Distinct().Take(8), "none"],
        { Names: "id", Protection: Protection.Results } => [.. DocumentIds, "none"],
        { Names: "id", Protection: Protection.Board, NamesCentre: true } => [.. DocumentIds.Take(1), "none"],
        { Names: "id", Protection: Protection.Board } => [$"{FiveCentres.Released}-1", $"{FiveCentres.Embargoed}-3", "none"],
        { Names: "name" } => ["embargoed", "none"],
        _ => Once,
    };

    private static IEnumerable<string> Codes(Pipeline.ExpectedCentre centre)
        => centre.Candidates.SelectMany(candidate => candidate.Results.Awards.Select(award => award.Qualification).Concat(candidate.Results.Assessments.Select(result => result.Assessment)));

    private static readonly string[] DocumentIds =
    [
        "results-file", "unit-results-file", "xml-results-file", "broadsheet-csv", "broadsheet-pdf", "statements-pdf", "statements-zip", "summary-csv", "summary-pdf", "marks-csv",
        "broadsheet-xlsx", "summary-xlsx", "marks-xlsx",
    ];
}

public sealed class NotWrongOnOneNodeTests(FiveCentres five, ITestOutputHelper output) : NotWrongTests(five, output), IClassFixture<FiveCentres>;

[Collection(RealTime.Name)]
public sealed class NotWrongOnAClusterTests(FiveCentresOnACluster five, ITestOutputHelper output) : NotWrongTests(five, output), IClassFixture<FiveCentresOnACluster>;
