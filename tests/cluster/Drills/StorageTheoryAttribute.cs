namespace ResultsGrid.ClusterTests.Drills;

/// <inheritdoc cref="StorageFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StorageTheoryAttribute : TheoryAttribute
{
    public StorageTheoryAttribute(params string[] needs) => Skip = StorageFactAttribute.Missing(needs);
}
