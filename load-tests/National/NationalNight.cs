using System.Globalization;
using System.Text.Json;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.National;

/// <summary>Loads, awards, approves and publishes a series through the API of a service in a process of its own.</summary>
public sealed class NationalNight(RehearsalPlan plan, string data, TimeProvider clock)
{
    private const string Proposer = "anna";
    private const string Approver = "ben";

    /// <param name="package">The plan's package.</param>
    /// <exception cref="InvalidOperationException">The service refused something or stopped at a centre.</exception>
    public async Task<NightFigures> Run(FileInfo package, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(package);
        var operators = new[]
        {
            new Credentials($"board.{Proposer}", await GatewayProcess.AddOperator(data, Proposer)),
            new Credentials($"board.{Approver}", await GatewayProcess.AddOperator(data, Approver)),
        };
        // On the days before a release nobody is served yet, so the work may have every processor.
        using var service = await GatewayProcess.Start(data, "--work-threads", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
        using var proposer = await OperatorClient.SignIn(service.Address, operators[0], cancellation);
        using var approver = await OperatorClient.SignIn(service.Address, operators[1], cancellation);

        var sizes = RehearsalSeries.CentreSizes(plan);
        var observer = new JobObserver(service, data, sizes, clock);
        var began = clock.GetTimestamp();
        observer.Begin("load: sending");
        await proposer.Follow(await proposer.Load(package.OpenRead(), cancellation), observer.See, cancellation);
        await proposer.Follow(await proposer.Award(plan.Series, cancellation), observer.See, cancellation);
        await approver.Approve(plan.Series, cancellation);
        await proposer.Follow(await proposer.Publish(plan.Series, cancellation), observer.See, cancellation);
        var wall = clock.GetElapsedTime(began);
        return new NightFigures(
            wall, observer.Stages, observer.Growth, sizes.Count, sizes.Sum(), await Results(service.Address, cancellation),
            new DirectoryInfo(Path.Combine(data, "documents")).EnumerateFiles("*", SearchOption.AllDirectories).Count(), operators);
    }

    /// <summary>Counted by the service itself: the public national statistics of every unit, component and qualification.</summary>
    private async Task<int> Results(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var assessments = JsonDocument.Parse(await http.GetStreamAsync(new Uri($"/api/v1/series/{plan.Series}/assessments", UriKind.Relative), cancellation));
        return assessments.RootElement.EnumerateArray().Sum(one => one.GetProperty("national").GetProperty("total").GetInt32());
    }
}
