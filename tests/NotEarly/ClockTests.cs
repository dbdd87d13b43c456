using ResultsGrid.Tests.Clock;
using Xunit.Abstractions;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Nothing early by any clock: through both changes of the year, set wrong either way, and over restarts.</summary>
public abstract class ClockTests(TwoStores stores, ITestOutputHelper output)
{
    private const int Seed = 29;
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>London wall times as they are written, and the instants that they are: worked out by hand.</summary>
    public static IEnumerable<object[]> Nights =>
    [
        // 29 March 2026: 01:00 GMT is 02:00 BST.
        ["2026-03-29T00:01", "2026-03-29T08:00", "2026-03-29T00:01:00Z", "2026-03-29T07:00:00Z"],
        ["2026-03-28T00:01", "2026-03-29T02:00", "2026-03-28T00:01:00Z", "2026-03-29T01:00:00Z"],
        // 25 October 2026: 02:00 BST is 01:00 GMT, so 01:30 comes twice, and means the later.
        ["2026-10-25T00:01", "2026-10-25T08:00", "2026-10-24T23:01:00Z", "2026-10-25T08:00:00Z"],
        ["2026-10-25T01:30", "2026-10-25T02:30", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"]];

    protected async Task A_release_near_a_change_of_the_clocks_opens_at_its_instant_whatever_the_wall_clock_does(
        string restrictedRelease, string candidateRelease, string restrictedInstant, string candidateInstant)
    {
        var (restricted, candidates) = (DateTimeOffset.Parse(restrictedInstant), DateTimeOffset.Parse(candidateInstant));
        await using var twins = await stores.Open(restricted.AddHours(-3), (restrictedRelease, candidateRelease));
        twins.Expect(restricted, candidates);
        var highest = restricted;
        var sweep = Sweep.Brief(twins, Seed);

        // An hour too early: what a clock in local time, or the earlier pass of a repeated hour, would take for the moment.
        await At(restricted.AddHours(-1));
        await At(restricted - Tick);
        await SetWrong(TimeSpan.FromHours(2));
        await SetWrong(TimeSpan.FromHours(-2));
        await Restart(twins.Clock.GetUtcNow());
        await At(restricted);

        await At(candidates.AddHours(-1) > restricted ? candidates.AddHours(-1) : restricted + Tick);
        await At(candidates - Tick);
        await SetWrong(TimeSpan.FromHours(24));
        await SetWrong(TimeSpan.FromHours(-24));
        // What was open stays open also where the clock was set back before the restart, and nothing else opens.
        await Restart(restricted.AddDays(-1));
        await Restart(candidates - Tick);
        await At(candidates);
        await SetWrong(TimeSpan.FromHours(-24));
        // A restart forgets the last ten seconds at most.
        await At(candidates.AddSeconds(10));
        await Restart(candidates.AddHours(-24));
        output.WriteLine($"{twins.Compared} requests, each sent to both stores.");

        Task At(DateTimeOffset moment)
        {
            twins.Reach(highest = moment);
            return sweep.Run(oddly: 0);
        }

        async Task SetWrong(TimeSpan by)
        {
            twins.Clock.Jump(by);
            await sweep.Run(oddly: 0, now: highest);
            twins.Clock.Jump(-by);
        }

        async Task Restart(DateTimeOffset wall)
        {
            await twins.Restart(new FakeClock(wall));
            await sweep.Run(oddly: 0, now: highest);
        }
    }
}

[Collection(TwoStoresCollection.Name)]
public sealed class ClockOnOneNodeTests(TwoStores stores, ITestOutputHelper output) : ClockTests(stores, output)
{
    [Theory]
    [MemberData(nameof(Nights))]
    public Task A_release_near_a_change_of_the_clocks_opens_at_its_instant_whatever_the_wall_clock_does_on_one_node(string restrictedRelease, string candidateRelease, string restrictedInstant, string candidateInstant)
        => A_release_near_a_change_of_the_clocks_opens_at_its_instant_whatever_the_wall_clock_does(restrictedRelease, candidateRelease, restrictedInstant, candidateInstant);
}

[Collection(TwoStoresOnAClusterCollection.Name)]
public sealed class ClockOnAClusterTests(TwoStoresOnACluster stores, ITestOutputHelper output) : ClockTests(stores, output)
{
    /// <summary>On two nodes a night takes long.</summary>
    public static IEnumerable<object[]> FirstNight => Nights.Take(1);

    [Theory]
    [MemberData(nameof(FirstNight))]
    public Task A_release_near_a_change_of_the_clocks_opens_at_its_instant_whatever_the_wall_clock_does_on_a_cluster(string restrictedRelease, string candidateRelease, string restrictedInstant, string candidateInstant)
        => A_release_near_a_change_of_the_clocks_opens_at_its_instant_whatever_the_wall_clock_does(restrictedRelease, candidateRelease, restrictedInstant, candidateInstant);
}
