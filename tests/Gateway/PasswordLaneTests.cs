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
        var crowd = Enumerable.Range(0, 20).Select(_ => lane.Verify("10101", hash: null, "guess")).ToList();
        var quiet = lane.Verify("20202", hash: null, "guess");

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
        Assert.True(await lane.Verify("10101", hash, "right"));
        Assert.False(await lane.Verify("10101", hash, "wrong"));
        Assert.False(await lane.Verify("10101", hash: null, "nobody"));
    }
}
