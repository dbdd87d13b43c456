using System.Collections.Concurrent;
using System.Reflection;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Which types cross between nodes as JSON: those of the projects that stay free of Orleans.</summary>
internal static class ContractTypes
{
    private static readonly Assembly[] PureProjects = [typeof(SeriesCode).Assembly, typeof(CentreNumber).Assembly];

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    /// <summary>Every public type of the pure projects by its name on the wire, which outlives a move to another namespace.</summary>
    public static IEnumerable<(string Alias, Type Type)> Aliases => PureProjects
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => OfPureProjects(type) && type is { IsGenericTypeDefinition: false, IsAbstract: false })
        .Select(type => (type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name, type));

    public static bool OfPureProjects(Type type) => Known.GetOrAdd(
        type, static type => PureProjects.Contains(type.Assembly) && !typeof(Exception).IsAssignableFrom(type));
}
