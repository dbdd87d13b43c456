using System.CommandLine;
using System.Globalization;
using ResultsGrid.LoadTests.Growth;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>100, 1,000 and 10,000 centres side by side.</summary>
public static class GrowthCommand
{
    private static readonly int[] Sizes = [100, 1_000, 10_000];

    public static Command Create()
    {
        var requests = new Option<int>("--requests") { Description = "To each size in each round.", DefaultValueFactory = _ => 20_000 };
        var rounds = new Option<int>("--rounds") { Description = "How often each size has its turn; the median is shown.", DefaultValueFactory = _ => 5 };
        var sizes = new Option<int[]>("--sizes") { Description = "In centres, growing.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Sizes };
        return DrillCommand.CreateUnprepared(
            "growth", "The same service with 100, 1,000 and 10,000 centres: processor time a request, memory of an idle centre, time to be ready. --data keeps the prepared sizes.",
            (folder, seed, options, cancellation) => new GrowthDrill(
                folder, new GrowthPlan(options.GetRequiredValue(sizes), options.GetRequiredValue(requests), options.GetRequiredValue(rounds), seed), TimeProvider.System, Console.WriteLine).Run(cancellation),
            requests, rounds, sizes);
    }

    /// <summary>The drill starts this itself.</summary>
    public static Command Weigh()
    {
        var data = new Argument<string>("data");
        var command = new Command(Weight.CommandName, "Prints how many bytes of objects a gateway keeps, documents apart.") { data };
        command.Hidden = true;
        command.SetAction(async (options, cancellation) =>
        {
            Console.WriteLine((await Weight.Of(options.GetRequiredValue(data), cancellation)).ToString(CultureInfo.InvariantCulture));
            return 0;
        });
        return command;
    }
}
