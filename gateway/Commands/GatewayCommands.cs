using System.CommandLine;

namespace ResultsGrid.Gateway.Commands;

/// <summary>The command line: serve (without a command), and add an operator.</summary>
public static class GatewayCommands
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that holds everything.",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    private static readonly Option<DemonstrationWish> Demonstration = new("--demonstration")
    {
        Description = "auto: an empty store gets a demonstration first. none: never.",
        DefaultValueFactory = _ => DemonstrationWish.Auto,
    };

    public static RootCommand Create()
    {
        var serve = new RootCommand("ResultsGrid: serves results to centres, from the minute they may.") { Data, ServingOptions.Urls, Demonstration, ServingOptions.ReleaseIn, ServingOptions.WorkThreads };
        serve.SetAction((options, cancellation) => ServeCommand.Run(
            new GatewaySettings(
                options.GetRequiredValue(Data),
                options.GetRequiredValue(ServingOptions.Urls),
                options.GetRequiredValue(Demonstration) == DemonstrationWish.Auto ? options.GetRequiredValue(ServingOptions.ReleaseIn) : null,
                options.GetValue(ServingOptions.WorkThreads)),
            cancellation));

        var addOperator = new Command("add-operator", "Adds an operator of the board and prints a password. The service must not be running on the folder.") { NewOperator.Name };
        addOperator.SetAction((options, cancellation) => AddOperatorCommand.Run(options.GetRequiredValue(Data), options.GetRequiredValue(NewOperator.Name)));
        serve.Add(addOperator);
        return serve;
    }
}
