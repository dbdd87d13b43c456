using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Adds an operator of the board and prints the password: how the first ones come to be.</summary>
public static partial class NewOperator
{
    /// <summary>The name behind 'board.'.</summary>
    public static System.CommandLine.Argument<string> Name { get; } = new("name") { Description = "The operator's name behind 'board.', for example anna." };

    /// <summary>Adds one beside the two that a board needs. Every operator sees in the board's list that it was done so, and when.</summary>
    public static System.CommandLine.Option<bool> Emergency { get; } = new("--emergency")
    {
        Description = "Adds an operator although there are two. For when they can't be reached: it is logged, and every operator is shown it.",
    };

    /// <summary>More come by two operators, over the API.</summary>
    private const int First = 2;

    /// <param name="services">Of a host whose grains answer.</param>
    /// <returns>0 where there is a new operator, else 1; the reason is on standard error.</returns>
    public static async Task<int> Add(IServiceProvider services, string name, bool isEmergency = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!UserName.TryParse($"{Shelf.Board}.{name}", null, out var user) || user.LooksLikeKey) return await Refuse($"'{name}' does not make {UserName.Expected}.");
        var operators = (await services.GetRequiredService<IGrainFactory>().Accounts(Shelf.Board).ListUsers()).Length;
        if (operators >= First && !isEmergency)
            return await Refuse($"The board has {operators} operators. They add others, by two: POST /api/v1/board/changes. If they can't be reached: {Emergency.Name}, which every operator is shown.");
        isEmergency = operators >= First;
        var (outcome, password) = await services.GetRequiredService<AccountKeeper>().AddUser(user, name, [Role.BoardOperator], isEmergency);
        if (outcome != AccountOutcome.Done) return await Refuse(outcome == AccountOutcome.Exists ? $"There is an operator {user} already." : "The board has as many operators as it may have.");
        if (isEmergency) Log.AddedInEmergency(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(NewOperator)), $"{user}");
        Console.WriteLine($"Operator {user}, password {password} (shown this once).");
        return 0;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Operator {User} was added in an emergency, by one person at this machine.")]
        public static partial void AddedInEmergency(ILogger logger, string user);
    }

    public static async Task<int> Refuse(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
    }
}
