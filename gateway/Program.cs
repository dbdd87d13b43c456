using ResultsGrid.Gateway.Commands;

return await GatewayCommands.Create().Parse(args).InvokeAsync();
