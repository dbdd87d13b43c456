using System.Text;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Asks whether a document has changed, on a few connections of one centre, again and again without waiting for the answers: the cheapest request that there is.</summary>
public sealed class EndlessPipeline(TimeSpan duration) : IAttack
{
    /// <summary>Twice as many as there are threads that read the sockets.</summary>
    private static readonly int Connections = 2 * Environment.ProcessorCount;
    private const int AtOnce = 500;

    public string Name => "endless pipelines";

    public string Expected => "answered in turn with the others";

    public async Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var condition = $"\r\nIf-None-Match: {await Tag(target, cancellation)}\r\n\r\n";
        var requests = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(target.OwnRequest.Replace("\r\n\r\n", condition, StringComparison.Ordinal), AtOnce)));
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => One(target, requests, figures, cancellation)));
    }

    private async Task One(HostileTarget target, byte[] requests, AttackFigures figures, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(duration);
        using var connection = await RawConnection.Open(target.Address, cancellation);
        var reading = connection.Discard(bound.Token);
        var takes = true;
        try
        {
            while (takes) takes = await connection.Write(requests, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It lasts no longer.
        }

        var isAnswered = await reading > 0;
        figures.Saw(isAnswered ? "answered" : "not answered", takes && isAnswered, Name);
    }

    private static async Task<string> Tag(HostileTarget target, CancellationToken cancellation)
    {
        using var connection = await WireConnection.Open(target.Address, WireLimits.Default, cancellation);
        await connection.Write(target.Documents[0].Bytes);
        return (await connection.Read()).Find("etag"u8) ?? throw new WireException(WireFault.Malformed, "A document came without an ETag.");
    }
}
