using ResultsGrid.Gateway.Commands;
using ResultsGrid.Storage;

return await NodeCommands.Create(StorageKind.Local).Parse(args).InvokeAsync();
