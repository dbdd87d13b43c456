using ResultsGrid.Gateway;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.ClusterTests.Proofs;

/// <summary>Gives a test's clock to what decides by the day's time: the gateway, its clock's memory, the grains and the tests' own services.</summary>
/// <remarks>
/// The machine's clock stays with all that asks how long something has really taken: Orleans, the leases, the ledger in the blobs, what is lost
/// and asked again.
/// </remarks>
internal static class TestsClock
{
    public static void GoByTheTestsClock(this IServiceCollection services, FakeClock clock)
    {
        for (var place = 0; place < services.Count; place++)
        {
            if (services[place] is not { IsKeyedService: false, ImplementationType: { } type } service || !DecidesByTheDay(type)) continue;
            services[place] = new ServiceDescriptor(service.ServiceType, provider => ActivatorUtilities.CreateInstance(provider, type, clock), service.Lifetime);
        }

        services.AddSingleton<IConfigureGrainTypeComponents>(provider => new ClockedGrains(provider, clock));
    }

    public static bool IsGivenAClock(Type type) => type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(TimeProvider)));

    private static bool DecidesByTheDay(Type type)
        => IsGivenAClock(type) && type != typeof(DownloadFolds)
            && (type == typeof(BlobClockMemory) || type.Assembly == typeof(GatewayServices).Assembly || type.Assembly == typeof(TestsClock).Assembly);
}
