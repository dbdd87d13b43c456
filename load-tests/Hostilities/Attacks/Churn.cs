using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Connections that come and go on a clock: some say nothing, some hang up in the middle of a request, some before its answer.</summary>
public sealed class Churn : IAttack
{
    private const int Connections = 2_000;
    private const double PerSecond = 500;

    public string Name => "connection churn";

    public string Expected => "the next connection is taken";

    public async Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (clock, gone) = (new NightClock(target.Time, target.Time.GetUtcNow()), new List<Task>());
        var request = target.Documents[0].Bytes;
        for (var number = 0; number < Connections; number++)
        {
            await clock.Until(TimeSpan.FromSeconds(number / PerSecond), cancellation);
            gone.Add(One(target, request[..(request.Length * (number % 3) / 2)], figures, cancellation));
        }

        await Task.WhenAll(gone);
    }

    private async Task One(HostileTarget target, byte[] says, AttackFigures figures, CancellationToken cancellation)
    {
        try
        {
            using var connection = await RawConnection.Open(target.Address, cancellation);
            await connection.Write(says, cancellation);
            figures.Saw("taken", isRight: true, Name);
        }
        catch (System.Net.Sockets.SocketException refused)
        {
            figures.Saw($"{refused.SocketErrorCode}", isRight: false, Name);
        }
    }
}
