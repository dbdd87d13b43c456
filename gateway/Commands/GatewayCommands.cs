using System.CommandLine;
using System.CommandLine.Parsing;

namespace ResultsGrid.Gateway.Commands;

/// <summary>The command line: serve (without a command), and add an operator.</summary>
public static class GatewayCommands
{
    private const int MaxWorkThreads = 64;

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that holds everything.",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen; several are separated by semicolons.",
        DefaultValueFactory = _ => "http://localhost:8080",
    };

    private static readonly Option<DemonstrationWish> Demonstration = new("--demonstration")
    {
        Description = "auto: an empty store gets a demonstration first. none: never.",
        DefaultValueFactory = _ => DemonstrationWish.Auto,
    };

    private static readonly Option<TimeSpan> ReleaseIn = new("--demonstration-release-in")
    {
        Description = "How far ahead the demonstration's embargoed series opens, for example 90s, 10m or 2h.",
        DefaultValueFactory = _ => TimeSpan.FromMinutes(10),
        CustomParser = ShortDuration.Parse,
    };

    private static readonly Option<int?> WorkThreads = new("--work-threads")
    {
        Description = $"Threads for loads, awards and publications, 1 to {MaxWorkThreads}. Without it one core stays free for requests.",
        Validators = { CheckThreads },
    };

    private static readonly Argument<string> OperatorName = new("name")
    {
        Description = "The operator's name behind 'board.', for example anna.",
    };

    public static RootCommand Create()
    {
        var serve = new RootCommand("ResultsGrid: serves results to centres, from the minute they may.") { Data, Urls, Demonstration, ReleaseIn, WorkThreads };
        serve.SetAction((options, cancellation) => ServeCommand.Run(
            new GatewaySettings(
                options.GetRequiredValue(Data),
                options.GetRequiredValue(Urls),
                options.GetRequiredValue(Demonstration) == DemonstrationWish.Auto ? options.GetRequiredValue(ReleaseIn) : null,
                options.GetValue(WorkThreads)),
            cancellation));

        var addOperator = new Command("add-operator", "Adds an operator of the board and prints a password. The service must not be running on the folder.") { OperatorName };
        addOperator.SetAction((options, cancellation) => AddOperatorCommand.Run(options.GetRequiredValue(Data), options.GetRequiredValue(OperatorName)));
        serve.Add(addOperator);
        return serve;
    }

    private static void CheckThreads(OptionResult option)
    {
        if (option.GetValueOrDefault<int?>() is < 1 or > MaxWorkThreads) option.AddError($"--work-threads is from 1 to {MaxWorkThreads}.");
    }
}
