namespace ResultsGrid.Gateway.Health;

/// <summary>Whether this process may be sent requests; not before everything that it starts with is done.</summary>
public sealed class Readiness
{
    private volatile string? waitingFor = "start-up";
    private volatile IReadOnlyList<string> unread = [];

    /// <summary>Shelves that could not be read ahead: what they ask for is tried again when they ask.</summary>
    public IReadOnlyList<string> Unread
    {
        get => unread;
        set => unread = value;
    }

    /// <summary>What is not done yet, or null when ready.</summary>
    public string? WaitingFor
    {
        get => waitingFor;
        set => waitingFor = value;
    }
}
