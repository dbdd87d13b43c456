using NBomber.Contracts;
using NBomber.CSharp;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.NBomber;

/// <summary>Tells NBomber of each request as a step of the client's scenario, with the latency from the moment at which the client meant to ask.</summary>
internal sealed class StepWitness(IScenarioContext context) : IRequestWitness
{
    public Task Saw(SeenRequest request)
    {
        var milliseconds = request.Latency.TotalMilliseconds;
        var response = request.IsServed
            ? Response.Ok(request.Outcome, request.Bytes, "", milliseconds)
            : Response.Fail(request.Outcome, "", request.Bytes, milliseconds);
        return Step.Run($"{request.Kind}", context, () => Task.FromResult(response));
    }
}
