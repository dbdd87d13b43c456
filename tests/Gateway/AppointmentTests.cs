using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.SignIn;
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
    public async Task An_appointment_is_for_one_sign_in()
    {
        clock.Leap(await Refused("refused"));
        Assert.False(Enter("refused").IsCompleted);
        await Refused("refused");
    }

    [Fact]
    public async Task Who_waited_in_vain_may_wait_again()
    {
        clock.Leap(await Refused("refused"));
        var back = Enter("refused");
        // Nobody has left the lane meanwhile: they hear on time all the same.
        clock.Leap(TimeSpan.FromSeconds(15));
        foreach (var late in waiting.Append(back)) Assert.Contains("seconds", (await Assert.ThrowsAsync<OverloadedException>(() => late)).Message, StringComparison.Ordinal);
        Fill();
        await Refused("newcomer");
        Assert.False(Enter("refused").IsCompleted);
    }

    [Fact]
    public async Task Whoever_has_left_takes_no_turn()
    {
        using var leaving = new CancellationTokenSource();
        inside[0].Dispose();
        inside[0] = await waiting[0];
        var left = lane.Enter("left", "left", leaving.Token);
        Assert.False(left.IsCompleted);
        var before = lane.Backlog;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.True(lane.Backlog < before, "still waits");
    }

    [Fact]
    public async Task An_appointment_that_is_not_kept_lapses()
    {
        LetMuchTimePass(await Refused("late") + TimeSpan.FromSeconds(30));
        Assert.False(Enter("late").IsCompleted);
        LetMuchTimePass(await Refused("far too late") + TimeSpan.FromMinutes(2));
        await Refused("far too late");
    }

    [Fact]
    public void One_appointment_follows_the_other_and_who_comes_too_early_hears_the_same()
    {
        var appointments = new Appointments(clock);
        Assert.Equal(Seconds(6), appointments.Give("10101", "first", backlog: Seconds(4), each: Seconds(2)));
        Assert.Equal(Seconds(8), appointments.Give("20202", "second", backlog: Seconds(4), each: Seconds(2)));
        clock.Leap(Seconds(6));
        Assert.True(appointments.Keep("first"));
        Assert.False(appointments.Keep("second"));
        Assert.Equal(Seconds(2), appointments.Give("20202", "second", backlog: Seconds(4), each: Seconds(2)));
    }

    [Fact]
    public void Who_guesses_at_one_centre_is_given_eight_and_pushes_nobody_further_away()
    {
        var appointments = new Appointments(clock);
        var names = Enumerable.Range(0, 50).Select(name => $"guess {name}").ToList();
        foreach (var name in names) appointments.Give("10101", name, TimeSpan.Zero, Seconds(1));
        Assert.Equal(Seconds(9), appointments.Give("20202", "other", TimeSpan.Zero, Seconds(1)));

        clock.Leap(Seconds(9));
        Assert.True(appointments.Keep("other"));
        Assert.Equal(names.Take(8), names.Where(appointments.Keep));
    }

    [Fact]
    public void Nothing_is_promised_for_later_than_anybody_knows()
    {
        var appointments = new Appointments(clock);
        for (var name = 0; name < 6; name++) Assert.Equal(Seconds(5 * (name + 1)), appointments.Give($"{name}", $"{name}", TimeSpan.Zero, Seconds(5)));
        Assert.Equal(Seconds(30), appointments.Give("6", "6", TimeSpan.Zero, Seconds(5)));
        clock.Leap(Seconds(60));
        Assert.True(appointments.Keep("5"));
        Assert.False(appointments.Keep("6"));
    }

    [Fact]
    public void No_more_than_a_thousand_are_kept_whoever_comes_and_goes()
    {
        var appointments = new Appointments(clock);
        for (var name = 0; name < 5_000; name++) appointments.Give($"{name}", $"{name}", TimeSpan.Zero, TimeSpan.FromMilliseconds(1));
        clock.Leap(Seconds(30));
        Assert.Equal(1_000, Enumerable.Range(0, 5_000).Count(name => appointments.Keep($"{name}")));
    }

    /// <summary>Nobody waits as long, and then others do.</summary>
    private void LetMuchTimePass(TimeSpan time)
    {
        clock.Leap(time);
        Fill();
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

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
