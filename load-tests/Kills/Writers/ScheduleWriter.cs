using System.Globalization;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>Moves a series' release to and fro: what opens later is in force at once, what opens earlier waits for the second operator.</summary>
public sealed class ScheduleWriter(SeriesCode series, Board board, Random chance, KillReport report) : IWriter
{
    /// <summary>January, so that London's wall time is UTC; long past, so that what is read stays open.</summary>
    private static readonly DateTime First = new(2020, 1, 1);

    private readonly Kept release = new($"release of {series}", report);
    private DateTime inForce = First;
    private DateTime? proposed;

    public async Task Write(Calls calls)
    {
        if (proposed is { } waiting && chance.Next(2) == 0)
        {
            await release.Write("schedule approved", Lines(waiting, null), () => calls.Post(board.Ben, $"series/{series}/approval", new { }), 200);
            (inForce, proposed) = (waiting, null);
            return;
        }

        var day = First.AddMinutes(chance.Next(30 * 24 * 60));
        var (nextInForce, nextProposed) = day < inForce ? (inForce, (DateTime?)day) : (day, null);
        await release.Write("schedule proposed", Lines(nextInForce, nextProposed), () => calls.Send(board.Anna, HttpMethod.Put, $"series/{series}/release", Times(day)), 200);
        (inForce, proposed) = (nextInForce, nextProposed);
    }

    /// <summary>Puts the first schedule in force.</summary>
    public async Task Begin(Calls calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        (await calls.Send(board.Anna, HttpMethod.Put, $"series/{series}/release", Times(First))).Expect(200);
        (await calls.Post(board.Ben, $"series/{series}/approval", new { })).Expect(200);
        release.Begin("schedule", Lines(First, null));
        release.End();
    }

    public async Task Check(Calls calls)
    {
        var shown = (await calls.Get(board.Anna, $"series/{series}")).Expect(200).Json;
        inForce = Moment(shown, "approved") ?? throw new LostException($"release of {series}", "a schedule in force", "none");
        proposed = Moment(shown, "proposed");
        release.Compare(Lines(inForce, proposed));
    }

    private static JsonContent Times(DateTime moment) => JsonContent.Create(new { restrictedRelease = Text(moment), candidateRelease = Text(moment) });

    private static DateTime? Moment(JsonElement shown, string member)
        => shown.TryGetProperty(member, out var found) && found.ValueKind == JsonValueKind.Object
            ? found.GetProperty("schedule").GetProperty("restrictedRelease").GetDateTimeOffset().UtcDateTime
            : null;

    private static ImmutableSortedSet<string> Lines(DateTime inForce, DateTime? proposed)
        => proposed is { } waiting ? [$"in force {Text(inForce)}", $"proposed {Text(waiting)}"] : [$"in force {Text(inForce)}"];

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
