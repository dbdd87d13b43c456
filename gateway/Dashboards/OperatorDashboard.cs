using Orleans.Dashboard;
using ResultsGrid.Gateway.Guards;

namespace ResultsGrid.Gateway.Dashboards;

/// <summary>Orleans' own pages on nodes, grain types and the times of their methods, for operators only and only where the configuration wants them.</summary>
internal static class OperatorDashboard
{
    public const string Path = "/dashboard";

    private const string Key = "Dashboard:Enabled";

    /// <exception cref="ArgumentException">The setting is neither true nor false.</exception>
    public static bool IsWanted(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var wanted) => wanted,
        var text => throw new ArgumentException($"{Key} is '{text}'; it is true or false."),
    };

    /// <summary>What every node of the cluster collects for the pages of any.</summary>
    public static ISiloBuilder AddOperatorDashboard(this ISiloBuilder silo, bool isWanted)
    {
        if (!isWanted) return silo;
        silo.Services.AddSingleton<DashboardGuard>();
        return silo.AddDashboard(options => options.HideTrace = true);
    }

    public static WebApplication MapOperatorDashboard(this WebApplication app)
    {
        app.MapDashboardSignIn();
        app.MapOrleansDashboard(Path)
            .RequireAuthorization(GatewayServices.OperatorPolicy)
            .GuardedBy<DashboardGuard>()
            .ExcludeFromDescription();
        return app;
    }
}
