using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Gateway;

public class PasswordLaneTests
{
    [Fact]
    public async Task A_full_lane_says_when_to_come_back_and_one_place_fills_it_only_in_part()
    {
        // Long enough that nothing is done before everyone has asked.
        using var lane = new PasswordLane(Options.Create(new SignInOptions { PasswordRounds = 2_000_000, MaxWaitingSignIns = 4 }), TimeProvider.System);
        var crowd = Enumerable.Range(0, 20).Select(_ => Guess(lane, "10101")).ToList();
        var quiet = Guess(lane, "20202");

        Assert.False(quiet.IsFaulted, "another centre's sign-in found no room");
        var refused = Assert.IsType<OverloadedException>(crowd[^1].Exception?.InnerException);
        Assert.True(refused.RetryAfter > TimeSpan.Zero);
        Assert.Contains("seconds", refused.Message, StringComparison.Ordinal);
        Assert.False(await quiet);
    }

    [Fact]
    public async Task A_password_is_verified_against_its_own_hash_alone()
    {
        using var lane = new PasswordLane(Options.Create(new SignInOptions { PasswordRounds = 1_000 }), TimeProvider.System);
        var hash = await lane.Hash("10101", "10101.officer", "right");
        using var turn = await lane.Enter("10101", "10101.officer");
        Assert.True(await turn.Verify(hash, "right"));
        Assert.False(await turn.Verify(hash, "wrong"));
        Assert.False(await turn.Verify(hash: null, "nobody"));
    }

    [Fact]
    public async Task Threads_that_hash_give_way_to_those_that_serve()
    {
        if (!OperatingSystem.IsLinux()) return;
        using var lane = new PasswordLane(Options.Create(new SignInOptions { PasswordRounds = 1_000 }), TimeProvider.System);
        await Guess(lane, "10101");

        var threads = Directory.GetDirectories("/proc/self/task").Where(thread => Read(thread, "comm").StartsWith("passwords ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(threads);
        // proc(5): niceness is the 17th field behind the name. Older kernels tell of no turns, and know none.
        Assert.Contains(threads, thread => Read(thread, "stat").Split(") ")[^1].Split(' ').ElementAtOrDefault(16) == "10");
        var turns = threads.Select(thread => Read(thread, "sched").Split('\n').FirstOrDefault(line => line.StartsWith("se.slice", StringComparison.Ordinal))).OfType<string>().ToList();
        if (turns.Count > 0) Assert.Contains(turns, turn => turn.EndsWith(" 100000", StringComparison.Ordinal));
    }

    /// <summary>Nothing where the thread has ended, or the system does not tell.</summary>
    private static string Read(string thread, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, name));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task<bool> Guess(PasswordLane lane, string centre)
    {
        using var turn = await lane.Enter(centre, $"{centre}.officer");
        return await turn.Verify(hash: null, "guess");
    }
}
