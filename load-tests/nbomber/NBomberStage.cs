using System.Collections.Concurrent;
using NBomber.CSharp;
using ResultsGrid.LoadTests.Nights;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.NBomber;

/// <summary>Plays a night's clients as the copies of an NBomber scenario, each of them once, and their requests as its steps; NBomber writes its own report.</summary>
public sealed class NBomberStage : INightStage
{
    private const string ReportFolder = "nbomber";

    /// <summary>NBomber prints, plans and starts its actors before the first client comes.</summary>
    public TimeSpan StartUp { get; } = TimeSpan.FromSeconds(20);

    public Task Play(IReadOnlyList<NightClient> clients, Func<NightClient, IRequestWitness?, Task> play)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(play);
        var waiting = new ConcurrentQueue<NightClient>(clients);
        var night = Scenario
            .Create("night", async context =>
            {
                if (!waiting.TryDequeue(out var client)) return Response.Fail();
                await play(client, new StepWitness(context));
                return client.CompleteAt is null ? Response.Fail() : Response.Ok();
            })
            .WithoutWarmUp()
            // A refusal is asked again by the client itself, and must not begin its night anew; what is not served is the night's own finding.
            .WithRestartIterationOnFail(shouldRestart: false)
            .WithMaxFailCount(int.MaxValue)
            .WithLoadSimulations(Simulation.IterationsForConstant(copies: clients.Count, iterations: clients.Count));
        return Task.Run(() => NBomberRunner.RegisterScenarios(night).WithTestSuite("ResultsGrid").WithTestName("night").WithReportFolder(ReportFolder).Run());
    }
}
