using System.Reflection;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;
using ResultsGrid.Storage;

namespace ResultsGrid.Tests.Architecture;

/// <summary>Whoever decides by the time of day asks the one clock of the service, and only what measures real time asks the machine's.</summary>
public sealed class ClockTests
{
    /// <summary>They ask how long something has really taken: leases, lost calls, a node's leaving, the ledger's rounds on shared storage.</summary>
    private static readonly string[] OfTheMachine = ["CallFaults", "Drain", "Epochs", "EpochFollower", "FirstLease", "SeriesWork", "BlobDownloadLedger", "RepeatedDrops"];

    private static readonly Assembly[] Product = [typeof(ISeriesGrain).Assembly, typeof(INodeStorage).Assembly, typeof(NodeHost).Assembly];

    public static TheoryData<string> Timed => [.. Product.SelectMany(assembly => assembly.GetTypes()).Where(type => ClockOf(type) is not null).Select(type => type.Name).Distinct()];

    [Fact]
    public void Every_grain_that_is_given_a_clock_is_given_the_services()
    {
        var grains = typeof(ISeriesGrain).Assembly.GetTypes().Where(type => typeof(Grain).IsAssignableFrom(type)).ToList();
        Assert.NotEmpty(grains);
        var timed = grains.Where(grain => ClockOf(grain) is not null).ToList();
        Assert.NotEmpty(timed);
        Assert.All(timed, grain => Assert.Equal((grain.Name, Clocks.Service), (grain.Name, ClockOf(grain)!.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key)));
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void A_service_that_is_made_by_injection_says_which_clock_it_means(string type)
    {
        var found = Product.SelectMany(assembly => assembly.GetTypes()).Where(one => one.Name == type && ClockOf(one) is not null);
        Assert.All(found, one =>
        {
            var key = ClockOf(one)!.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
            if (IsInjected(one)) Assert.Equal((type, OfTheMachine.Contains(type) ? null : Clocks.Service), (type, key));
        });
    }

    private static ParameterInfo? ClockOf(Type type)
        => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(constructor => constructor.GetParameters()).FirstOrDefault(parameter => parameter.ParameterType == typeof(TimeProvider));

    /// <summary>Those that are made by hand get their clock from whoever makes them.</summary>
    private static bool IsInjected(Type type) => !Made.Contains(type.Name);

    private static readonly string[] Made = ["FairQueue", "Appointments", "ClaimRenewal", "OpenLog", "LogTakeover", "BlobLogEnd", "AnnouncementQueue", "WorkSignal"];
}
