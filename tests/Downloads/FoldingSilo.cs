using System.Reflection;
using Orleans.Storage;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Downloads;

/// <summary>One silo over one state file for all tests that fold downloads: a silo costs a second to start, and each test has keys of its own.</summary>
public static class FoldingSilo
{
    private static readonly Lazy<IHost> Started = new(() => Task.Run(Start).GetAwaiter().GetResult());

    public static FoldedStates States => Started.Value.Services.GetRequiredService<FoldedStates>();

    /// <summary>The silo's grains below a test's own keys.</summary>
    public static IGrainFactory Grains(string test)
    {
        var factory = DispatchProxy.Create<IGrainFactory, Prefixing>();
        ((Prefixing)(object)factory).To(Started.Value.Services.GetRequiredService<IGrainFactory>(), test);
        return factory;
    }

    private static async Task<IHost> Start()
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        new LocalStorage(folder).AddServices(builder.Services);
        builder.Services.AddSingleton(_ => new FoldedStates(SqliteStateStore.Open(Path.Combine(folder, "folded.db"))));
        builder.UseOrleans(silo =>
        {
            new LocalStorage(folder).Configure(silo);
            silo.AddResultsGridGrains(new GrainBounds());
            silo.Services.AddKeyedSingleton<IGrainStorage>(StoredStates.ProviderName, (services, _) => new SqliteGrainStorage(services.GetRequiredService<FoldedStates>(), new StateSerializer()));
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>Not sealed: a proxy derives from it.</summary>
    public class Prefixing : DispatchProxy
    {
        private IGrainFactory grains = null!;
        private string prefix = "";

        internal void To(IGrainFactory real, string test) => (grains, prefix) = (real, test);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
            => targetMethod!.Invoke(grains, [.. args!.Select((argument, index) => index == 0 && argument is string key ? $"{prefix}/{key}" : argument)]);
    }
}
