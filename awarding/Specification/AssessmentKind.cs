namespace ResultsGrid.Awarding.Specification;

/// <summary>A unit has a result of its own (uniform mark and grade); a component only adds to a linear total.</summary>
public enum AssessmentKind
{
    Unit,
    Component,
}
