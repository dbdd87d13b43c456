using ResultsGrid.LoadTests.Commands;
using ResultsGrid.LoadTests.NBomber;

var night = NightCommand.Create(new NBomberStage());
return await night.Parse(args).InvokeAsync();
