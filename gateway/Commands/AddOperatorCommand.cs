using ResultsGrid.Gateway.Api.Accounts;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Adds an operator of the board: how the first ones come to be.</summary>
public static class AddOperatorCommand
{
    public static async Task<int> Run(string data, string name)
    {
        if (!UserName.TryParse($"{Shelf.Board}.{name}", null, out var user))
        {
            await Console.Error.WriteLineAsync($"'{name}' does not make {UserName.Expected}.");
            return 1;
        }

        try
        {
            // Nothing listens: only the grains are needed.
            await using var app = GatewayHost.Build(new GatewaySettings(data, "http://127.0.0.1:0", DemonstrationReleaseIn: null));
            var (outcome, password) = await app.Services.GetRequiredService<AccountKeeper>().AddUser(user, name, [Role.BoardOperator]);
            if (outcome == AccountOutcome.Done)
            {
                Console.WriteLine($"Operator {user}, password {password} (shown this once).");
                return 0;
            }

            await Console.Error.WriteLineAsync(outcome == AccountOutcome.Exists ? $"There is an operator {user} already." : "The board has as many operators as it may have.");
            return 1;
        }
        catch (Exception refusal) when (refusal is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"No operator was added: {refusal.Message}");
            return 1;
        }
    }
}
