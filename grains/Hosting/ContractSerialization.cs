using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Configuration;

namespace ResultsGrid.Grains.Hosting;

/// <summary>How contracts cross between nodes: grains' own by Orleans' generated serializers, the pure projects' types as JSON.</summary>
public static class ContractSerialization
{
    public static IServiceCollection AddContracts(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(
            isSerializable: ContractTypes.OfPureProjects,
            // A copy by JSON of what nobody changes would cost most of a call: SharedCopier.
            isCopyable: _ => false,
            options => options.Configure(json => json.SerializerOptions = ContractJson.Options)));
        services.AddSingleton<SharedCopier>().AddSingleton<IGeneralizedCopier>(provider => provider.GetRequiredService<SharedCopier>());
        services.Configure<TypeManifestOptions>(manifest =>
        {
            foreach (var (alias, type) in ContractTypes.Aliases) manifest.WellKnownTypeAliases[alias] = type;
        });
        return services;
    }

    /// <summary>Inside a process the pure projects' types are shared: they are immutable.</summary>
    private sealed class SharedCopier : IGeneralizedCopier
    {
        public bool IsSupportedType(Type type) => ContractTypes.OfPureProjects(type);

        [return: NotNullIfNotNull(nameof(input))]
        public object? DeepCopy(object? input, CopyContext context) => input;
    }
}
