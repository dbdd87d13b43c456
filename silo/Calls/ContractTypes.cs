using System.Collections.Concurrent;
using System.Reflection;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Calls;

/// <summary>Which types are contracts: those of the grains' assemblies, and read-only collections of them or of plain values.</summary>
internal sealed class ContractTypes
{
    private static readonly Type[] Collections = [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyDictionary<,>), typeof(IReadOnlySet<>)];

    private readonly ConcurrentDictionary<Type, bool> known = new();

    /// <param name="others">Assemblies of more grains than the service's own.</param>
    public ContractTypes(params Assembly[] others)
        => Assemblies = [typeof(GrainKey).Assembly, typeof(CentreNumber).Assembly, typeof(SeriesCode).Assembly, .. others];

    public IReadOnlyList<Assembly> Assemblies { get; }

    public bool Include(Type type) => known.GetOrAdd(type, Examine);

    private bool Examine(Type type)
    {
        if (type.IsGenericType && Collections.Contains(type.GetGenericTypeDefinition()))
            return type.GetGenericArguments().All(element => IsPlain(element) || Include(element));
        // Exceptions cross by Orleans' own codec, references to grains as references.
        return Assemblies.Contains(type.Assembly) && !typeof(Exception).IsAssignableFrom(type) && !typeof(IAddressable).IsAssignableFrom(type);
    }

    private static bool IsPlain(Type type) => type == typeof(string) || type == typeof(int) || type == typeof(long);
}
