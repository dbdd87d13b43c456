namespace ResultsGrid.Tests.Histories;

/// <summary>One call of one client, between the moment that it was sent and the moment that its answer was there.</summary>
/// <param name="Invoked">Moments count up over all clients; no clock is read.</param>
/// <param name="Returned">long.MaxValue for a call that was never answered: it may have been done at any time since, or never.</param>
/// <param name="Answer">Null for a call that was never answered.</param>
public sealed record Operation(int Client, string Action, string Argument, long Invoked, long Returned, string? Answer)
{
    public bool IsPending => Answer is null;

    public override string ToString() => $"client {Client}  {Invoked,5}..{(IsPending ? "    ?" : $"{Returned,5}")}  {Action} {Argument} -> {Answer ?? "never answered"}";
}
