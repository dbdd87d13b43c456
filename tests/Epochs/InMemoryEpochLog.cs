using System.Globalization;
using System.Security.Cryptography;
using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Tests.Epochs;

/// <summary>The log of nodes in one process.</summary>
public sealed class InMemoryEpochLog : IEpochLog
{
    private readonly Lock gate = new();
    private EpochRecord record = EpochRecord.New(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
    private long writes;

    private string Mark => writes.ToString(CultureInfo.InvariantCulture);

    public Task<EpochReading?> Read(string? known, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(known == Mark ? null : new EpochReading(record, Mark));
    }

    public Task<string?> Replace(string mark, EpochRecord next, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (mark != Mark) return Task.FromResult<string?>(null);
            (record, writes) = (next, writes + 1);
            return Task.FromResult<string?>(Mark);
        }
    }
}
