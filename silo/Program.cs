using ResultsGrid.Silo.Commands;
using ResultsGrid.Silo.Nodes;

return await SiloCommands.Create(PostgreSqlCluster.From).Parse(args).InvokeAsync();
