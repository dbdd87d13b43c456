using System.CommandLine;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Storms;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>A few hundred sign-ins a second, right and wrong, beside downloads.</summary>
public static class StormCommand
{
    private const int DocumentBytes = 5_000;
    private const int People = 12;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each half of a pair lasts, 1 to 60.", DefaultValueFactory = _ => 6 };
        var pairs = new Option<int>("--pairs") { Description = "How often: without the storm, then with it; 1 to 20.", DefaultValueFactory = _ => 3 };
        var signIns = new Option<int>("--sign-ins") { Description = "That come in a second, 1 to 1,000.", DefaultValueFactory = _ => 300 };
        var downloads = new Option<double?>("--downloads") { Description = "In a second; without it, half of what the machine serves, measured first." };
        foreach (var (option, most) in new[] { (seconds, 60), (pairs, 20), (signIns, 1_000) })
        {
            option.Validators.Add(value =>
            {
                if (value.GetValueOrDefault<int>() is var number && (number < 1 || number > most)) value.AddError($"{option.Name} is from 1 to {most}.");
            });
        }

        return DrillCommand.Create(
            "storm", "Hundreds of sign-ins a second, and guesses at one centre, while key holders download: who waits for whom.",
            (folder, seed, options, cancellation) => Run(
                folder, new DrilledGateway(),
                new StormPlan(TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), options.GetRequiredValue(pairs), options.GetRequiredValue(signIns), options.GetValue(downloads), seed), cancellation),
            seconds, pairs, signIns, downloads);
    }

    /// <param name="folder">A prepared night's.</param>
    public static async Task<DrillReport> Run(string folder, DrilledGateway gateway, StormPlan plan, CancellationToken cancellation)
    {
        using var target = await NightData.Open(folder, gateway);
        var documents = await DocumentRequests.Choose(target, DocumentBytes, cancellation);
        var centres = target.Keys.Select(key => key.Centre).ToList();
        // The first centre is guessed at, the last is the quiet one.
        var people = await StormPeople.Add(target, [.. centres.Skip(1).Take(Math.Min(People, centres.Count - 2)), centres[^1]], TimeProvider.System, cancellation);
        var signIns = new SignIns(WireAddress.Of(target.Address), people, [.. centres.SkipLast(1).Select(centre => centre.ToString())]);
        return await new Storm(target.Address, documents, signIns, plan, TimeProvider.System).Run(cancellation);
    }
}
