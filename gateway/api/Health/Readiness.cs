namespace ResultsGrid.Gateway.Api.Health;

/// <summary>Whether this process may be sent requests; not before everything that it starts with is done.</summary>
public sealed class Readiness
{
    private volatile string? waitingFor = "start-up";

    /// <summary>What is not done yet, or null when ready.</summary>
    public string? WaitingFor
    {
        get => waitingFor;
        set => waitingFor = value;
    }
}
