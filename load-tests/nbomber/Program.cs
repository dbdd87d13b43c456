using System.CommandLine;
using ResultsGrid.LoadTests.Commands;
using ResultsGrid.LoadTests.NBomber;

var drills = new RootCommand("Plays a results night as an NBomber scenario.") { NightCommand.Create(new NBomberStage()) };
// Nothing else is here, so nobody types it; help and the report's command line are those of a subcommand.
return await drills.Parse(["night", .. args]).InvokeAsync();
