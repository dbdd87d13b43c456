namespace ResultsGrid.Gateway.Commands;

/// <summary>Adds an operator to a data folder that no service runs on.</summary>
public static class AddOperatorCommand
{
    public static async Task<int> Run(string data, string name)
    {
        try
        {
            // Nothing listens: only the grains are needed.
            await using var app = GatewayHost.Build(new GatewaySettings(data, "http://127.0.0.1:0", DemonstrationReleaseIn: null));
            return await NewOperator.Add(app.Services, name);
        }
        catch (Exception refusal) when (refusal is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return await NewOperator.Refuse($"No operator was added: {refusal.Message}");
        }
    }
}
