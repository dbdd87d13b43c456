namespace ResultsGrid.Embedded.Calls;

/// <summary>The registered grain classes by interface.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<Type, GrainClass> byInterface = [];

    /// <exception cref="NotSupportedException">A class can't be a grain, or two would answer to the same name.</exception>
    public GrainClasses(IEnumerable<Type> types, bool roundTrips)
    {
        var byName = new Dictionary<string, Type>();
        foreach (var type in types)
        {
            var grainClass = new GrainClass(type, roundTrips);
            if (!byName.TryAdd(grainClass.Name, type))
                throw new NotSupportedException($"{type} and {byName[grainClass.Name]} would share the rows of '{grainClass.Name}' in the store.");
            foreach (var contract in grainClass.Interfaces)
            {
                if (!byInterface.TryAdd(contract, grainClass))
                    throw new NotSupportedException($"{contract} has two grain classes: {type} is the second.");
            }
        }
    }

    /// <exception cref="NotSupportedException">No registered class implements the interface.</exception>
    public GrainClass Of(Type contract)
        => byInterface.TryGetValue(contract, out var grainClass)
            ? grainClass
            : throw new NotSupportedException($"No registered grain class implements {contract}.");
}
