namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>Is told of each request of one client, beside the night's own meter.</summary>
public interface IRequestWitness
{
    /// <summary>Called by many threads; the client goes on when it is done.</summary>
    Task Saw(SeenRequest request);
}
