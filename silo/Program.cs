using ResultsGrid.Gateway.Commands;
using ResultsGrid.Storage;

return await NodeCommands.Create(StorageKind.Azure).Parse(args).InvokeAsync();
