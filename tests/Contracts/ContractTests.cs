using System.Reflection;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Tests.Contracts;

/// <summary>What crosses between nodes of two versions goes by names and numbers that outlive a change of the code.</summary>
public sealed class ContractTests
{
    private static readonly Assembly Grains = typeof(ISeriesGrain).Assembly;

    [Fact]
    public void Every_grain_interface_and_each_of_its_methods_has_a_name_of_its_own()
    {
        var interfaces = Grains.GetTypes().Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type)).ToList();
        Assert.NotEmpty(interfaces);
        Assert.All(interfaces, one => Assert.NotNull(one.GetCustomAttribute<AliasAttribute>()));
        Assert.All(interfaces.SelectMany(one => one.GetMethods()), method => Assert.Equal(method.Name, method.GetCustomAttribute<AliasAttribute>()?.Alias));
    }

    [Fact]
    public void Every_contract_has_a_name_and_is_shared_rather_than_copied()
    {
        var contracts = Grains.GetTypes().Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) && !type.IsEnum).ToList();
        Assert.NotEmpty(contracts);
        Assert.All(contracts, contract =>
        {
            Assert.True(contract.IsDefined(typeof(ImmutableAttribute), inherit: false), $"{contract} is not [Immutable].");
            Assert.NotNull(contract.GetCustomAttribute<AliasAttribute>(inherit: false));
        });
    }

    [Fact]
    public void Every_stored_record_of_the_grains_keeps_members_that_it_does_not_know()
    {
        var forgetful = StoredStateJson.States.Values.SelectMany(Records).Distinct().Where(type => type.Assembly == Grains && !type.IsSubclassOf(typeof(StoredRecord)));
        Assert.Empty(forgetful);
    }

    [Fact]
    public void Every_type_of_the_pure_projects_has_a_name_on_the_wire_that_no_other_has()
    {
        var services = new ServiceCollection().AddContracts().BuildServiceProvider();
        var aliases = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Orleans.Serialization.Configuration.TypeManifestOptions>>().Value.WellKnownTypeAliases;
        Assert.Equal(typeof(CentreNumber), aliases["CentreNumber"]);
        Assert.Equal(aliases.Count, aliases.Values.Distinct().Count());
    }

    /// <summary>The record and all that it is made of.</summary>
    private static IEnumerable<Type> Records(Type type)
    {
        var (open, seen) = (new Stack<Type>([type]), new HashSet<Type>());
        while (open.TryPop(out var next))
        {
            next = Nullable.GetUnderlyingType(next) ?? next;
            foreach (var argument in next.IsGenericType ? next.GetGenericArguments() : []) open.Push(argument);
            if (next.Assembly != Grains || next.IsValueType || !seen.Add(next)) continue;
            foreach (var member in next.GetProperties(BindingFlags.Public | BindingFlags.Instance)) open.Push(member.PropertyType);
        }

        return seen;
    }
}
