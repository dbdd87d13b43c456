using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>A server in the race.</summary>
public sealed record Contestant(string Name, Uri Http, Uri Https, ServerProcess Process) : IDisposable
{
    public const string Gateway = "gateway";
    public const string WithoutLedger = "gateway without ledger";
    public const string Kestrel = "bare Kestrel";
    public const string Nginx = "nginx";

    public void Dispose() => Process.Dispose();
}
