using System.Reflection;

namespace ResultsGrid.Silo.Calls;

/// <summary>One more assembly that contracts come from: the host suite's grain, say.</summary>
public sealed record ContractAssembly(Assembly Assembly);
