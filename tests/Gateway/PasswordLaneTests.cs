using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Api.SignIn;
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
        var hash = await lane.Hash("10101", "right");
        using var turn = await lane.Enter("10101");
        Assert.True(await turn.Verify(hash, "right"));
        Assert.False(await turn.Verify(hash, "wrong"));
        Assert.False(await turn.Verify(hash: null, "nobody"));
    }

    private static async Task<bool> Guess(PasswordLane lane, string centre)
    {
        using var turn = await lane.Enter(centre);
        return await turn.Verify(hash: null, "guess");
    }
}
