using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Gateway;

/// <summary>A gateway with one series fully published, a minute before midnight: not yet released to anybody.</summary>
/// <remarks>xunit makes one for each test (IAsyncLifetime of the test class), so that a test may move the clock.</remarks>
public abstract class PublishedSeries : IAsyncLifetime
{
    protected static readonly CentreNumber Centre = Packages.Centres[0];
    protected static readonly CentreNumber OtherCentre = Packages.Centres[1];
    protected static readonly string Documents = $"centres/{Centre}/series/{Packages.Series}/documents";

    protected TestGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.Start();
        await Gateway.Publish(Packages.Package);
    }

    public async Task DisposeAsync() => await Gateway.DisposeAsync();

    protected void Reach(DateTimeOffset moment) => Gateway.Clock.Leap(moment - Gateway.Clock.GetUtcNow());

    /// <summary>Sets the wall clock without time passing, as a wrong hand or a wrong time service would.</summary>
    protected void ShowOnTheWall(DateTimeOffset moment) => Gateway.Clock.Jump(moment - Gateway.Clock.GetUtcNow());

    protected Task<HttpClient> Officer() => Gateway.Key(Centre, Role.CentreAdministrator);

    protected Task<HttpClient> Teacher() => Gateway.Key(Centre, Role.TutorTeacher);
}
