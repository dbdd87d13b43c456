using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Adds an operator of the board and prints the password: how the first ones come to be.</summary>
public static class NewOperator
{
    /// <summary>The name behind 'board.'.</summary>
    public static System.CommandLine.Argument<string> Name { get; } = new("name") { Description = "The operator's name behind 'board.', for example anna." };

    /// <param name="services">Of a host whose grains answer.</param>
    /// <returns>0 where there is a new operator, else 1; the reason is on standard error.</returns>
    public static async Task<int> Add(IServiceProvider services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!UserName.TryParse($"{Shelf.Board}.{name}", null, out var user) || user.LooksLikeKey) return await Refuse($"'{name}' does not make {UserName.Expected}.");
        var (outcome, password) = await services.GetRequiredService<AccountKeeper>().AddUser(user, name, [Role.BoardOperator]);
        if (outcome != AccountOutcome.Done) return await Refuse(outcome == AccountOutcome.Exists ? $"There is an operator {user} already." : "The board has as many operators as it may have.");
        Console.WriteLine($"Operator {user}, password {password} (shown this once).");
        return 0;
    }

    public static async Task<int> Refuse(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 1;
    }
}
