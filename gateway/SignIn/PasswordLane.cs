using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.SignIn;

/// <summary>Hashes and verifies passwords in a lane of its own, so that a storm of sign-ins never takes the cores from downloads.</summary>
/// <remarks>Served by turns of the centres: who guesses at one makes nobody wait at another.</remarks>
public sealed class PasswordLane : IDisposable
{
    /// <summary>Half the cores: the other half goes on serving.</summary>
    private static readonly int Width = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Longer than this nobody waits at a screen that says nothing: they are told when to come back instead.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(15);

    /// <summary>Few wait at all, and a school's whole staff may come at once.</summary>
    private const int CentresForeseen = 1;

    /// <summary>What a password of 600,000 rounds takes on a core: foreseen while nobody has waited of late.</summary>
    private static readonly TimeSpan FirstGuess = TimeSpan.FromSeconds(0.3) / Width;

    private readonly FairQueue lane;
    private readonly OwnThreads threads = QuietThreads.Start("passwords", Width);
    private readonly PasswordHasher<string> hasher;
    private readonly Lazy<string> hashOfNobody;
    private readonly TimeProvider clock;
    private readonly Appointments appointments;

    public PasswordLane(IOptions<SignInOptions> options, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.clock = clock;
        appointments = new Appointments(clock);
        // Whom other centres push back waits for twice what is foreseen.
        lane = new FairQueue(Width, options.Value.MaxWaitingSignIns, MaxWait / 2, CentresForeseen, clock);
        hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        hashOfNobody = new Lazy<string>(() => hasher.HashPassword("", "nobody"));
    }

    /// <summary>How long the sign-ins take that wait now, all of them together.</summary>
    public TimeSpan Backlog => (lane.Waiting + lane.Inside) * Each;

    /// <summary>How long one takes after the other.</summary>
    private TimeSpan Each => lane.Pace ?? FirstGuess;

    /// <summary>Waits for a turn, without which nothing is asked of a grain or hashed: most of a storm ends here.</summary>
    /// <param name="by">Whose turn it takes.</param>
    /// <param name="name">Who signs in; there may be no such user.</param>
    /// <param name="gone">Whoever has left waits no longer.</param>
    /// <exception cref="OverloadedException">Too many wait already, or the wait was too long. It says when to come back.</exception>
    /// <exception cref="OperationCanceledException">They have left.</exception>
    public async Task<PasswordTurn> Enter(string by, string name, CancellationToken gone = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        await using var end = clock.CreateTimer(_ => patience.Cancel(), null, MaxWait, Timeout.InfiniteTimeSpan);
        var isExpected = appointments.Keep(name);
        if (await lane.Enter(by, isExpected, patience.Token))
        {
            appointments.End(name);
            return new PasswordTurn(this);
        }

        if (isExpected) appointments.Return(name);
        gone.ThrowIfCancellationRequested();
        var away = Math.Ceiling(Math.Max(1, appointments.Give(by, name, Backlog, Each).TotalSeconds));
        throw new OverloadedException($"More sign-ins wait than the service takes on. Try again in {away} seconds. Access keys and open sessions go on working.")
        {
            RetryAfter = TimeSpan.FromSeconds(away),
        };
    }

    /// <summary>Hashes a new password: seldom, and for somebody who keeps accounts, so not on the quiet threads.</summary>
    /// <param name="by">Whose turn it takes.</param>
    /// <param name="name">Whose password it is.</param>
    /// <exception cref="OverloadedException">As <see cref="Enter"/>.</exception>
    public async Task<string> Hash(string by, string name, string password)
    {
        // Not the appointment of the one whose password it is: they may be signing in.
        using var turn = await Enter(by, $"new password of {name}");
        return await Task.Run(() => hasher.HashPassword("", password));
    }

    internal void Leave() => lane.Leave();

    internal Task<bool> Verify(string? hash, string password) => threads.Run(() =>
        hasher.VerifyHashedPassword("", hash ?? hashOfNobody.Value, password) != PasswordVerificationResult.Failed && hash is not null);

    public void Dispose() => threads.Dispose();
}
