using ResultsGrid.Gateway.Nodes;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Adds an operator of the board through a node that starts for it, serves nobody and does no other work, and stops.</summary>
internal static class AddOperatorCommand
{
    private const string NobodyKnows = "http://127.0.0.1:0";

    public static async Task<int> Run(WebApplicationBuilder builder, NodeSettings settings, string name, CancellationToken cancellation)
    {
        await Emulator.RefuseMissing(settings.Storage, cancellation);
        await using var app = NodeHost.Build(builder, settings with { Urls = NobodyKnows, WorkThreads = 0 });
        await app.StartAsync(cancellation);
        try
        {
            return await NewOperator.Add(app.Services, name);
        }
        finally
        {
            // Whatever came of it: a node that only vanished would be waited for by the others.
            await app.StopAsync(CancellationToken.None);
        }
    }
}
