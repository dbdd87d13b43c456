using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Histories;

/// <summary>A sign-in whose password was right when it was checked, and whose user is disabled or given another password before its session is opened.</summary>
public sealed class SignInRaceTests : IAsyncLifetime
{
    private static readonly CentreNumber Centre = Packages.Centres[0];
    private static readonly string[] Roles = ["tutorTeacher"];
    private static readonly string Users = $"centres/{Centre}/users";

    private readonly HeldMoment moment = new();
    private TestGateway gateway = null!;
    private HttpClient board = null!;
    private string password = "";

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton(services => ActivatorUtilities.CreateInstance<SignInDesk>(services, moment))));
        moment.Clock = gateway.Clock;
        using var anna = await gateway.Operator("anna");
        await gateway.Ended(anna, await anna.Load(Packages.Package, CancellationToken.None));
        board = gateway.Client(anna.Token);
        using var created = await board.PostAsJsonAsync(Users, new { user = "terry", name = "Terry", roles = Roles });
        password = JsonDocument.Parse(await created.Content.ReadAsStringAsync()).RootElement.GetProperty("password").GetString()!;
    }

    public async Task DisposeAsync()
    {
        board.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_user_disabled_while_signing_in_gets_no_session_that_lives_when_enabled_again()
        => await SignInAround(async () =>
        {
            using var disabled = await board.DeleteAsync($"{Users}/terry");
            Assert.Equal(HttpStatusCode.NoContent, disabled.StatusCode);
        });

    [Fact]
    public async Task A_password_replaced_while_it_signs_in_opens_no_session()
        => await SignInAround(async () =>
        {
            using var replaced = await board.PostAsync($"{Users}/terry/password", content: null);
            Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        });

    private async Task SignInAround(Func<Task> change)
    {
        using var anyone = gateway.Client();
        moment.HoldNext();
        using var wrong = await anyone.PostAsJsonAsync("session", new { user = $"{Centre}.terry", password = "wrong" });
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.False(moment.Reached.IsCompleted, "the moment is asked for before the password is checked");
        var signIn = anyone.PostAsJsonAsync("session", new { user = $"{Centre}.terry", password });
        await moment.Reached;
        await change();
        moment.Release();
        using var answer = await signIn;
        var said = await answer.Content.ReadAsStringAsync();

        using var enabled = await board.PostAsync($"{Users}/terry/enable", content: null);
        Assert.Equal(HttpStatusCode.NoContent, enabled.StatusCode);
        if (!answer.IsSuccessStatusCode) return;
        using var client = gateway.Client(JsonDocument.Parse(said).RootElement.GetProperty("token").GetString());
        using var use = await client.GetAsync("session");
        await use.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    /// <summary>The moment at which a session begins, which the desk asks for between its password's check and its opening.</summary>
    private sealed class HeldMoment : TimeProvider
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int hold;

        public Task Reached => reached.Task;

        public TimeProvider Clock { get; set; } = System;

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Exchange(ref hold, 0) == 1)
            {
                reached.SetResult();
                released.Task.Wait();
            }

            return Clock.GetUtcNow();
        }

        public void HoldNext() => hold = 1;

        public void Release() => released.SetResult();
    }
}
