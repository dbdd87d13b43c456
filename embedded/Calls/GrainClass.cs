using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Core;

namespace ResultsGrid.Embedded.Calls;

/// <summary>A grain class, its interfaces and their methods, checked once at registration.</summary>
internal sealed class GrainClass
{
    private const string Suffix = "Grain";

    private static readonly Type[] ForeignAttributes = [typeof(ReentrantAttribute), typeof(StatelessWorkerAttribute), typeof(MayInterleaveAttribute)];

    private readonly ObjectFactory factory;
    private readonly Dictionary<MethodInfo, GrainMethod> methods = [];

    /// <exception cref="NotSupportedException">The class can't run on both hosts; the message says which part and why.</exception>
    public GrainClass(Type type, bool roundTrips)
    {
        if (!type.Name.EndsWith(Suffix, StringComparison.Ordinal)) throw new NotSupportedException($"Grain class {type} needs a name that ends in {Suffix}.");
        Name = type.Name[..^Suffix.Length];
        foreach (var attribute in ForeignAttributes.Where(attribute => type.IsDefined(attribute)))
            throw new NotSupportedException($"Grain class {type} is [{attribute.Name}]: not offered here.");

        var constructors = type.GetConstructors();
        if (constructors.Length != 1) throw new NotSupportedException($"Grain class {type} needs exactly one public constructor.");
        foreach (var parameter in constructors[0].GetParameters()) CheckState(type, parameter.ParameterType);
        factory = ActivatorUtilities.CreateFactory(type, []);

        Interfaces = [.. type.GetInterfaces().Where(IsGrainInterface)];
        foreach (var method in Interfaces.SelectMany(one => one.GetInterfaces().Append(one)).Distinct().SelectMany(one => one.GetMethods()))
            methods.Add(method, GrainMethod.Of(method, roundTrips));
    }

    /// <summary>The stable name in the store: the class's without the suffix, as in Candidate. Renaming the class orphans its rows.</summary>
    public string Name { get; }

    public IReadOnlyList<Type> Interfaces { get; }

    public static bool IsGrainClass(Type type)
        => type is { IsClass: true, IsAbstract: false, IsSealed: true } && type.GetInterfaces().Any(IsGrainInterface);

    public static bool IsGrainInterface(Type type)
        => type.IsInterface && type != typeof(IGrainWithStringKey) && typeof(IGrainWithStringKey).IsAssignableFrom(type);

    public GrainMethod Method(MethodInfo method) => methods[method];

    public object Create(IServiceProvider services) => factory(services, null);

    private static void CheckState(Type type, Type parameter)
    {
        if (!parameter.IsGenericType || parameter.GetGenericTypeDefinition() != typeof(IStorage<>)) return;
        var state = parameter.GetGenericArguments()[0];
        if (state.GetConstructor(Type.EmptyTypes) is null)
            throw new NotSupportedException($"State {state} of {type} needs a public constructor without parameters: the state of a grain that never wrote.");
    }
}
