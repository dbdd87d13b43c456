using ResultsGrid.Silo.Azure;
using ResultsGrid.Silo.Commands;
using ResultsGrid.Silo.Nodes;

return await SiloCommands.Create(AzureStorageCluster.From, PostgreSqlCluster.From).Parse(args).InvokeAsync();
