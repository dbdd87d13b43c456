using System.Reflection;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Calls;

/// <summary>Where the types come from that grains say to each other.</summary>
internal static class ContractAssemblies
{
    public static IReadOnlyList<Assembly> All { get; } = [typeof(GrainKey).Assembly, typeof(CentreNumber).Assembly, typeof(SeriesCode).Assembly];
}
