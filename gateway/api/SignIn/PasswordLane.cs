using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.SignIn;

/// <summary>Hashes and verifies passwords in a lane of its own, so that a storm of sign-ins never takes the cores from downloads.</summary>
public sealed class PasswordLane : IDisposable
{
    /// <summary>Half the cores: the other half goes on serving.</summary>
    private static readonly int Width = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>At 0.3 s a password, whoever waits behind more than these gives up first.</summary>
    private const int MaxWaiting = 100;

    private readonly SemaphoreSlim lane = new(Width, Width);
    private readonly PasswordHasher<string> hasher;
    private readonly Lazy<string> hashOfNobody;
    private int waiting;

    public PasswordLane(IOptions<SignInOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        hashOfNobody = new Lazy<string>(() => hasher.HashPassword("", "nobody"));
    }

    public Task<string> Hash(string password) => Run(() => hasher.HashPassword("", password));

    /// <summary>Verifies a password. Without a hash (no such user) it takes as long and is false.</summary>
    /// <exception cref="OverloadedException">Too many wait already.</exception>
    public Task<bool> Verify(string? hash, string password) => Run(() =>
        hasher.VerifyHashedPassword("", hash ?? hashOfNobody.Value, password) != PasswordVerificationResult.Failed && hash is not null);

    public void Dispose() => lane.Dispose();

    private async Task<T> Run<T>(Func<T> work)
    {
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new OverloadedException($"{MaxWaiting} sign-ins wait already.");
        }

        await lane.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            lane.Release();
            Interlocked.Decrement(ref waiting);
        }
    }
}
