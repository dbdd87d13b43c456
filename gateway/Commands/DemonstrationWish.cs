namespace ResultsGrid.Gateway.Commands;

public enum DemonstrationWish
{
    Auto,
    None,
}
