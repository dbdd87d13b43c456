using ResultsGrid.Gateway.Commands;
using ResultsGrid.Storage;

return await NodeCommands.Run(StorageKind.Azure, args);
