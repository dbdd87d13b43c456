using System.CommandLine;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Storage;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Local;

namespace ResultsGrid.Gateway.Commands;

/// <summary>The command line of a node: serve (without a command), and add an operator. What it doesn't say, settings files and the environment may.</summary>
public static class NodeCommands
{
    private static readonly Option<DemonstrationWish?> Demonstration = new("--demonstration")
    {
        Description = "auto: an empty store gets a demonstration first. none: never. Without it local storage and Azurite get one, and a storage account none.",
    };

    private static readonly (Option<string?> Option, string Key)[] OfTheNode =
    [
        (new("--cluster") { Recursive = true, Description = $"Nodes of the same name form one cluster; {NodeOptions.DefaultCluster} by default." }, $"{NodeOptions.Section}:Id"),
        (new("--address") { Recursive = true, Description = "Where the other nodes reach this one; 127.0.0.1 by default." }, $"{NodeOptions.Section}:{nameof(NodeOptions.Address)}"),
        (new("--silo-port") { Description = $"The port that nodes speak to each other on; {NodeOptions.DefaultSiloPort} by default." }, NodeOptions.SiloPortKey),
    ];

    /// <param name="preset">What everything is kept in where nothing is configured.</param>
    /// <returns>The exit code: 0 after a stop, 1 where it could not start or the demonstration failed.</returns>
    public static Task<int> Run(StorageKind preset, IReadOnlyList<string> arguments)
        // The host takes the signals to stop: it drains, and leaves the cluster. The command line's own patience would end the process after 2 s.
        => Create(preset).Parse(arguments).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

    private static RootCommand Create(StorageKind preset)
    {
        var isLocal = preset == StorageKind.Local;
        var data = new Option<string?>("--data")
        {
            Description = isLocal ? "The folder that holds everything; data by default." : "The folder that a demonstration tells its secrets in; nothing else is kept there.",
            Recursive = true,
        };
        var serve = new RootCommand(isLocal
            ? "ResultsGrid: serves results to centres, from the minute they may. Everything is kept in a folder of this machine."
            : "ResultsGrid on a cluster: one node of it. Everything is kept in a storage account, or in Azurite.")
        {
            data, ServingOptions.Urls, Demonstration, ServingOptions.ReleaseIn, ServingOptions.WorkThreads,
        };
        foreach (var (option, _) in OfTheNode.Where(_ => !isLocal)) serve.Add(option);
        serve.SetAction((options, cancellation) => OnNode(options, preset, data, (builder, settings) => ServeCommand.Run(
            builder,
            settings with
            {
                Urls = options.GetRequiredValue(ServingOptions.Urls),
                DemonstrationReleaseIn = IsWished(options.GetValue(Demonstration), settings.Storage) ? options.GetRequiredValue(ServingOptions.ReleaseIn) : null,
                WorkThreads = options.GetValue(ServingOptions.WorkThreads),
            },
            cancellation)));

        var addOperator = new Command("add-operator", isLocal
            ? "Adds one of the first two operators of the board and prints a password. The service must not be running on the folder."
            : "Adds one of the first two operators of the board and prints a password, by a node that joins the cluster and leaves it.") { NewOperator.Name, NewOperator.Emergency };
        addOperator.SetAction((options, cancellation) => OnNode(options, preset, data, (builder, settings) => AddOperatorCommand.Run(builder, settings, options.GetRequiredValue(NewOperator.Name), options.GetValue(NewOperator.Emergency), cancellation)));
        serve.Add(addOperator);
        return serve;
    }

    private static bool IsWished(DemonstrationWish? wish, INodeStorage storage) => wish switch
    {
        null => storage is LocalStorage or AzureStorage { IsEmulator: true },
        var said => said == DemonstrationWish.Auto,
    };

    /// <summary>Reads where everything is kept; a fault ends in exit code 1 and its reason on standard error.</summary>
    private static async Task<int> OnNode(ParseResult options, StorageKind preset, Option<string?> data, Func<WebApplicationBuilder, NodeSettings, Task<int>> run)
    {
        try
        {
            List<KeyValuePair<string, string?>> given = [.. OfTheNode.Where(one => options.GetResult(one.Option) is not null).Select(one => KeyValuePair.Create(one.Key, options.GetValue(one.Option)))];
            // Read on local storage alone, whichever executable it is.
            if (options.GetValue(data) is { } path) given.Add(new(StorageSettings.PathKey, path));
            var builder = NodeHost.CreateBuilder(given);
            var storage = StorageSettings.Read(builder.Configuration, preset);
            var folder = storage is LocalStorage local ? local.Path : options.GetValue(data) ?? "data-cluster";
            return await run(builder, new NodeSettings(storage, folder, Urls: ""));
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"ResultsGrid can't start: {refusal.Message}");
            return 1;
        }
    }
}
