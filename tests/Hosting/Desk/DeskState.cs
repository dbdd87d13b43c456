namespace ResultsGrid.Tests.Hosting.Desk;

public sealed record DeskState
{
    public int Entries { get; init; }

    public bool IsBusy => Entries > 0;
}
