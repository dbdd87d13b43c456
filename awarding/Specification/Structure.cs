namespace ResultsGrid.Awarding.Specification;

/// <summary>How a qualification's result is made: from uniform marks of units, or from weighted raw marks of components.</summary>
public enum Structure
{
    Unitised,
    Linear,
}
