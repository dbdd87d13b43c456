using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Api.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Gateway;

/// <summary>A full password lane sends people away; who comes back as told must not depend on chance.</summary>
public sealed class AppointmentTests : IAsyncLifetime, IDisposable
{
    private const int MaxWaiting = 2;

    private readonly FakeClock clock = new();
    private readonly List<PasswordTurn> inside = [];
    private PasswordLane lane = null!;
    private List<Task<PasswordTurn>> waiting = null!;

    public async Task InitializeAsync()
    {
        lane = new PasswordLane(Options.Create(new SignInOptions { PasswordRounds = 1, MaxWaitingSignIns = MaxWaiting }), clock);
        while (true)
        {
            var next = Enter($"{inside.Count}");
            if (!next.IsCompleted)
            {
                waiting = [next, Enter("full")];
                return;
            }

            inside.Add(await next);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => lane.Dispose();

    [Fact]
    public async Task Who_comes_back_as_told_waits_where_others_are_refused()
    {
        var away = await Refused("refused");
        clock.Leap(away);
        await Refused("newcomer");
        var back = Enter("refused");
        Assert.False(back.IsCompleted);

        foreach (var turn in inside) turn.Dispose();
        foreach (var before in waiting) (await before).Dispose();
        (await back).Dispose();
        Assert.Equal(TimeSpan.Zero, lane.Backlog);
    }

    [Fact]
    public async Task One_appointment_follows_the_other()
    {
        var first = await Refused("first");
        var second = await Refused("second");
        Assert.True(second > first, $"{first}, then {second}");
        clock.Leap(first);
        Assert.Equal(second - first, await Refused("second"));
        Assert.False(Enter("first").IsCompleted);
        clock.Leap(second - first);
        Assert.False(Enter("second").IsCompleted);
    }

    [Fact]
    public async Task An_appointment_is_for_one_sign_in()
    {
        clock.Leap(await Refused("refused"));
        Assert.False(Enter("refused").IsCompleted);
        await Refused("refused");
    }

    [Fact]
    public async Task Who_waited_in_vain_is_the_first_to_come_back()
    {
        await Refused("refused");
        // Nobody has left the lane meanwhile: they hear on time all the same.
        clock.Leap(TimeSpan.FromSeconds(15));
        foreach (var late in waiting) Assert.Contains("seconds", (await Assert.ThrowsAsync<OverloadedException>(() => late)).Message, StringComparison.Ordinal);
        Fill();
        await Refused("newcomer");
        Assert.False(Enter("full").IsCompleted);
    }

    [Fact]
    public async Task Whoever_has_left_takes_no_turn()
    {
        using var leaving = new CancellationTokenSource();
        inside[0].Dispose();
        inside[0] = await waiting[0];
        var left = lane.Enter("left", "left", leaving.Token);
        Assert.False(left.IsCompleted);
        var room = lane.Backlog;
        await leaving.CancelAsync();
        await Assert.ThrowsAsync<OverloadedException>(() => left);
        Assert.True(lane.Backlog < room, "still waits");
    }

    [Fact]
    public async Task Who_guesses_at_one_centre_is_given_eight()
    {
        var names = Enumerable.Range(0, 50).Select(name => $"guess {name}").ToList();
        var away = TimeSpan.Zero;
        foreach (var name in names) away = await Refused(name, "10101");
        var other = await Refused("other", "20202");
        Assert.InRange(other, away, away + TimeSpan.FromSeconds(1));

        clock.Leap(other);
        Assert.False(Enter("other", "20202").IsCompleted);
        Assert.Equal(8, names.Count(name => !Enter(name, "10101").IsCompleted));
    }

    [Fact]
    public async Task No_appointment_is_made_for_later_than_anybody_knows()
    {
        var refusals = new List<TimeSpan>();
        for (var name = 0; name < 2_000; name++) refusals.Add(await Refused($"{name}"));
        Assert.Equal(TimeSpan.FromSeconds(30), refusals.Max());
        LetMuchTimePass(refusals.Max());
        await Refused("1999");
    }

    [Fact]
    public async Task An_appointment_that_is_not_kept_lapses()
    {
        LetMuchTimePass(await Refused("late") + TimeSpan.FromSeconds(30));
        Assert.False(Enter("late").IsCompleted);
        LetMuchTimePass(await Refused("far too late") + TimeSpan.FromMinutes(2));
        await Refused("far too late");
    }

    /// <summary>Nobody waits as long, and then others do.</summary>
    private void LetMuchTimePass(TimeSpan time)
    {
        clock.Leap(time);
        Fill();
    }

    private void Fill()
    {
        for (var more = 0; more < MaxWaiting; more++) Assert.False(Enter($"more {more}").IsCompleted);
    }

    /// <summary>Everybody is of a centre of their own unless one is given.</summary>
    private Task<PasswordTurn> Enter(string name, string? centre = null) => lane.Enter(centre ?? name, name);

    private async Task<TimeSpan> Refused(string name, string? centre = null)
    {
        var asked = Enter(name, centre);
        Assert.True(asked.IsCompleted, $"{name} is let wait");
        return (await Assert.ThrowsAsync<OverloadedException>(() => asked)).RetryAfter!.Value;
    }
}
