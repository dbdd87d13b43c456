namespace ResultsGrid.Awarding.Specification;

public enum Tier
{
    Untiered,
    Foundation,
    Higher,
}
