using System.CommandLine;
using ResultsGrid.Gateway.Commands;
using ResultsGrid.Silo.Nodes;

namespace ResultsGrid.Silo.Commands;

/// <summary>The command line of a node. What it doesn't say, settings files and the environment may: section Cluster.</summary>
public static class SiloCommands
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that a demonstration tells its secrets in. Nothing else is kept there.",
        DefaultValueFactory = _ => "data-cluster",
        Recursive = true,
    };

    private static readonly Option<DemonstrationWish?> Demonstration = new("--demonstration")
    {
        Description = "auto: an empty store gets a demonstration first. none: never. Without it a development cluster gets one, and no other.",
    };

    private static readonly (Option<string?> Option, string Key)[] OfTheNode =
    [
        (new("--cluster") { Recursive = true, Description = $"Nodes of the same name form one cluster; {NodeOptions.DefaultCluster} by default." }, $"{NodeOptions.Section}:Id"),
        (new("--address") { Recursive = true, Description = "Where the other nodes reach this one; 127.0.0.1 by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.Address)}"),
        (new("--silo-port") { Recursive = true, Description = $"The port that nodes speak to each other on; {NodeOptions.DefaultSiloPort} by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.SiloPort)}"),
        (new("--gateway-port") { Recursive = true, Description = $"The port for clients of the cluster; {NodeOptions.DefaultGatewayPort} by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.GatewayPort)}"),
    ];

    /// <param name="storages">What a cluster may be kept in: each gives what the configuration names of its kind, or null.</param>
    public static RootCommand Create(params Func<IConfiguration, IClusterStorage?>[] storages)
    {
        var serve = new RootCommand("ResultsGrid on a cluster: one node of it, an Orleans silo and the gateway in one process.")
        {
            Data, ServingOptions.Urls, Demonstration, ServingOptions.ReleaseIn, ServingOptions.WorkThreads,
        };
        foreach (var (option, _) in OfTheNode) serve.Add(option);
        serve.SetAction((options, cancellation) => OnNode(options, storages, (builder, storage) => ServeCommand.Run(
            new SiloSettings(
                options.GetRequiredValue(Data),
                options.GetRequiredValue(ServingOptions.Urls),
                options.GetRequiredValue(ServingOptions.ReleaseIn),
                options.GetValue(ServingOptions.WorkThreads)),
            options.GetValue(Demonstration), builder, storage, cancellation)));

        var addOperator = new Command("add-operator", "Adds an operator of the board and prints a password, by a node that joins the cluster and leaves it.") { NewOperator.Name };
        addOperator.SetAction((options, cancellation) => OnNode(options, storages, (builder, storage) => AddOperatorCommand.Run(options.GetRequiredValue(NewOperator.Name), builder, storage, cancellation)));
        serve.Add(addOperator);
        return serve;
    }

    /// <summary>Reads where the cluster is; a fault ends in exit code 1 and its reason on standard error.</summary>
    private static async Task<int> OnNode(ParseResult options, IReadOnlyList<Func<IConfiguration, IClusterStorage?>> storages, Func<WebApplicationBuilder, IClusterStorage, Task<int>> run)
    {
        try
        {
            var builder = SiloHost.CreateBuilder(OfTheNode.Where(one => options.GetValue(one.Option) is not null).Select(one => KeyValuePair.Create(one.Key, options.GetValue(one.Option))));
            return await run(builder, StorageOf(builder.Configuration, storages));
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"ResultsGrid can't start: {refusal.Message}");
            return 1;
        }
    }

    private static IClusterStorage StorageOf(IConfiguration configuration, IReadOnlyList<Func<IConfiguration, IClusterStorage?>> storages)
        => storages.Select(from => from(configuration)).OfType<IClusterStorage>().ToList() switch
        {
            [] => new DevelopmentCluster(),
            [var one] => one,
            var several => throw new ArgumentException($"The section {NodeOptions.Section} names several storages: {string.Join("; and ", several.Select(one => one.Description))}. Give one."),
        };
}
