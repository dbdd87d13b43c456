using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotLost;

/// <summary>Operations of two writes, of which the second does not happen, as when the process is killed between them.</summary>
public sealed class InterruptedOperationTests : IAsyncLifetime
{
    private readonly StubbornStore store = new();
    private TestGateway gateway = null!;
    private OperatorClient board = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<IStateStore>(store)));
        board = await gateway.Operator("anna");
        await gateway.Ended(board, await board.Load(Packages.Package, CancellationToken.None));
        await gateway.Ended(board, await board.Award(Packages.Series, CancellationToken.None));
    }

    public async Task DisposeAsync()
    {
        board.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task An_award_that_never_began_leaves_the_series_awarded()
    {
        var series = gateway.Services.GetRequiredService<IGrainFactory>().Series(Packages.Series);
        store.RefusesWrites = key => key.Kind == "Series/WorkState";
        await Assert.ThrowsAsync<StorageUnavailableException>(() => series.BeginAward("board.anna"));
        store.RefusesWrites = _ => false;
        Assert.IsType<BeginOutcome.Begun>(await series.BeginPublication("board.anna", []));
    }

    [Fact]
    public async Task A_change_that_another_activation_overtook_is_refused_for_now_and_done_when_it_is_asked_again()
    {
        var users = $"centres/{Packages.Centres[0]}/users";
        using var keeper = gateway.Client(board.Token);
        var teacher = new { user = "teacher", name = "Teacher", roles = new[] { "tutorTeacher" } };
        store.WasOvertaken = key => key.Kind.StartsWith("Accounts/", StringComparison.Ordinal);
        using (var refused = await keeper.PostAsJsonAsync(users, teacher))
        {
            await refused.Problem(HttpStatusCode.ServiceUnavailable, "busy");
            Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter?.Delta);
        }

        store.WasOvertaken = _ => false;
        using var done = await keeper.PostAsJsonAsync(users, teacher);
        Assert.Equal(HttpStatusCode.Created, done.StatusCode);
    }

    [Fact]
    public async Task Sessions_of_a_user_whose_disabling_was_interrupted_do_not_come_back_to_life()
    {
        var centre = Packages.Centres[0];
        var teacher = await board.AddUser(centre, new NewUser("teacher", "Teacher", [Role.TutorTeacher]), CancellationToken.None);
        using var session = await OperatorClient.SignIn(gateway.Address, new Credentials($"{centre}.teacher", teacher.Password), CancellationToken.None);
        using var user = gateway.Client(session.Token);
        using var keeper = gateway.Client(board.Token);
        store.RefusesWrites = key => key.Kind.StartsWith("Sessions/", StringComparison.Ordinal);
        using (var interrupted = await keeper.DeleteAsync($"centres/{centre}/users/teacher")) await interrupted.Problem(HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        store.RefusesWrites = _ => false;

        using (var enabled = await keeper.PostAsync($"centres/{centre}/users/teacher/enable", content: null)) Assert.Equal(HttpStatusCode.NoContent, enabled.StatusCode);
        using var again = await user.GetAsync("session");
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }
}
