using System.Globalization;
using System.Runtime.CompilerServices;

namespace ResultsGrid.Tests;

internal static class OneCulture
{
    /// <summary>As every process of the product does.</summary>
    [ModuleInitializer]
    internal static void Set() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
}
