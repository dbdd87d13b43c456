using ResultsGrid.Gateway.Commands;
using ResultsGrid.Silo.Nodes;

namespace ResultsGrid.Silo.Commands;

/// <summary>Adds an operator of the board through a node that joins the cluster for it, serves nobody, and leaves.</summary>
internal static class AddOperatorCommand
{
    private const string NobodyKnows = "http://127.0.0.1:0";

    public static async Task<int> Run(string name, WebApplicationBuilder builder, IClusterStorage storage, CancellationToken cancellation)
    {
        if (storage is DevelopmentCluster) return await NewOperator.Refuse("A development cluster keeps nothing: its demonstration has operators. Name the cluster's storage.");
        await using var app = SiloHost.Build(builder, new SiloSettings(Data: "", NobodyKnows, DemonstrationReleaseIn: null), storage);
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
