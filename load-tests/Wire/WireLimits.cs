namespace ResultsGrid.LoadTests.Wire;

/// <summary>What a client takes from a server, and how long it waits.</summary>
/// <param name="MaxHeadBytes">Of a status line with its headers; also of a line of chunked coding. At most <see cref="BufferBytes"/>.</param>
/// <param name="MaxBodyBytes">Of one answer, as sent.</param>
/// <param name="Patience">For each connect, write, and wait for further bytes.</param>
public sealed record WireLimits(int MaxHeadBytes, long MaxBodyBytes, TimeSpan Patience)
{
    /// <summary>What one read takes at most.</summary>
    public const int BufferBytes = 64 * 1024;

    public static WireLimits Default { get; } = new(16 * 1024, 1L << 30, TimeSpan.FromSeconds(30));
}
