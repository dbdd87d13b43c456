using ResultsGrid.LoadTests.Commands;

return await LoadTestCommands.Create().Parse(args).InvokeAsync();
