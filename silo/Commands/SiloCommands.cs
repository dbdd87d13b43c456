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
    };

    private static readonly Option<DemonstrationWish?> Demonstration = new("--demonstration")
    {
        Description = "auto: an empty store gets a demonstration first. none: never. Without it a development cluster gets one, and no other.",
    };

    private static readonly (Option<string?> Option, string Key)[] OfTheNode =
    [
        (new("--cluster") { Description = $"Nodes of the same name form one cluster; {NodeOptions.DefaultCluster} by default." }, $"{NodeOptions.Section}:Id"),
        (new("--address") { Description = "Where the other nodes reach this one; 127.0.0.1 by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.Address)}"),
        (new("--silo-port") { Description = $"The port that nodes speak to each other on; {NodeOptions.DefaultSiloPort} by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.SiloPort)}"),
        (new("--gateway-port") { Description = $"The port for clients of the cluster; {NodeOptions.DefaultGatewayPort} by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.GatewayPort)}"),
    ];

    /// <param name="storages">What a cluster may be kept in: each gives what the configuration names of its kind, or null.</param>
    public static RootCommand Create(params Func<IConfiguration, IClusterStorage?>[] storages)
    {
        var serve = new RootCommand("ResultsGrid on a cluster: one node of it, an Orleans silo and the gateway in one process.")
        {
            Data, ServingOptions.Urls, Demonstration, ServingOptions.ReleaseIn, ServingOptions.WorkThreads,
        };
        foreach (var (option, _) in OfTheNode) serve.Add(option);
        serve.SetAction((options, cancellation) => ServeCommand.Run(
            new SiloSettings(
                options.GetRequiredValue(Data),
                options.GetRequiredValue(ServingOptions.Urls),
                options.GetRequiredValue(ServingOptions.ReleaseIn),
                options.GetValue(ServingOptions.WorkThreads)),
            options.GetValue(Demonstration),
            [.. OfTheNode.Where(one => options.GetValue(one.Option) is not null).Select(one => KeyValuePair.Create(one.Key, options.GetValue(one.Option)))],
            storages,
            cancellation));
        return serve;
    }
}
