using System.Collections.Concurrent;
using System.Diagnostics;
using NBomber.Contracts;
using NBomber.CSharp;
using ResultsGrid.LoadTests.Nights;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.NBomber;

/// <summary>Plays a night's clients as the copies of an NBomber scenario, each of them once, and their requests as its steps; NBomber writes its own report.</summary>
public sealed class NBomberStage : INightStage
{
    private const string Name = "night";

    /// <summary>NBomber empties it first, so it is no other folder's name.</summary>
    private const string ReportFolder = "nbomber-report";

    /// <summary>More than any night; it is over with its last client.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>NBomber prints, plans and starts its actors before the first client comes.</summary>
    public TimeSpan StartUp { get; } = TimeSpan.FromSeconds(5);

    public Task Play(IReadOnlyList<NightClient> clients, Func<NightClient, IRequestWitness?, Task> play)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(play);
        var waiting = new ConcurrentQueue<NightClient>(clients);
        var away = clients.Count;
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var night = Scenario
            .Create(Name, async context =>
            {
                if (!waiting.TryDequeue(out var client)) return await Left();
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await play(client, new StepWitness(context));
                }
                finally
                {
                    GoHome(context);
                }

                var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                // A copy that returned would be asked for another client: each keeps its one until all have gone home.
                await over.Task;
                return client.CompleteAt is null ? Response.Fail("", "", 0, milliseconds) : Response.Ok("", 0, "", milliseconds);
            })
            .WithoutWarmUp()
            // A refusal is asked again by the client itself, and must not begin its night anew; what is not served is the night's own finding.
            .WithRestartIterationOnFail(shouldRestart: false)
            .WithMaxFailCount(int.MaxValue)
            .WithLoadSimulations(Simulation.KeepConstant(clients.Count, Longest));
        return Task.Run(() => NBomberRunner.RegisterScenarios(night).WithTestSuite("ResultsGrid").WithTestName(Name).WithReportFolder(ReportFolder).Run());

        // The last ends the scenario.
        void GoHome(IScenarioContext context)
        {
            if (Interlocked.Decrement(ref away) > 0) return;
            context.StopScenario(Name, "everyone has gone home");
            over.SetResult();
        }

        async Task<Response<object>> Left()
        {
            await over.Task;
            return Response.Fail();
        }
    }
}
