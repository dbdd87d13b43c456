using System.CommandLine;
using ResultsGrid.LoadTests.Ceilings;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>The most that a gateway serves, beside nginx and a bare Kestrel endpoint.</summary>
public static class CeilingCommand
{
    private const int Centres = 1_000;
    private const int CandidatesPerCentre = 20;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each turn lasts.", DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { Description = "How many turns each has; the median is shown.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Kept open, each with one request under way.", DefaultValueFactory = _ => 128 };
        var only = new Option<string?>("--only") { Description = "Only disciplines whose name has this in it, for example '200 HTTP 20'." };
        return DrillCommand.Create(
            "ceiling", "Measures requests a second of the gateway with everything on, of nginx and of a bare Kestrel endpoint (needs wrk and nginx).",
            new PreparedSize(Centres, CandidatesPerCentre),
            (folder, _, options, cancellation) => new Ceiling(
                new CeilingPlan(
                    [.. Discipline.All.Where(discipline => discipline.Name.Contains(options.GetValue(only) ?? "", StringComparison.Ordinal))],
                    options.GetRequiredValue(connections), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), options.GetRequiredValue(rounds)),
                TimeProvider.System, Console.WriteLine).Run(folder, cancellation),
            seconds, rounds, connections, only);
    }
}
