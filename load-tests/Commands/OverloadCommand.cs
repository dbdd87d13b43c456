using System.CommandLine;
using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Overloads;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Half to three times what a gateway can serve, whose capacity is capped so that the drill can ask that much.</summary>
public static class OverloadCommand
{
    private const int DocumentBytes = 5_000;

    /// <summary>These two make the capacity: 320 a second, which leaves both processors almost idle.</summary>
    private const int MaxInside = 32;
    private static readonly TimeSpan LedgerDelay = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each load lasts, 1 to 120.", DefaultValueFactory = _ => 10 };
        seconds.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() is < 1 or > 120) value.AddError("--seconds is from 1 to 120.");
        });
        return DrillCommand.Create(
            "overload", "Asks a gateway of capped capacity for 0.5, 1, 2 and 3 times what it can: goodput, refusals, fairness.",
            (folder, seed, options, cancellation) => Run(folder, seed, TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), cancellation), seconds);
    }

    /// <param name="folder">A prepared night's.</param>
    public static async Task<DrillReport> Run(string folder, int seed, TimeSpan duration, CancellationToken cancellation)
    {
        using var target = await NightData.Open(folder, new DrilledGateway(MaxInside, LedgerDelay));
        var requests = await DocumentRequests.Choose(target with { Keys = [.. target.Keys.Take(Crowd.MaxCentres)] }, DocumentBytes, cancellation);
        var plan = new OverloadPlan(MaxInside / LedgerDelay.TotalSeconds, duration, seed);
        return await new Overload(WireAddress.Of(target.Address), requests, plan, TimeProvider.System).Run(cancellation);
    }
}
