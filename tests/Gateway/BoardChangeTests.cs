using System.Net;
using System.Text.Json;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Commands;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.BadInput;

namespace ResultsGrid.Tests.Gateway;

/// <summary>One operator is never two: accounts of the board change by two people, and nobody is handed another's password.</summary>
public sealed class BoardChangeTests : IAsyncLifetime
{
    private static readonly string Users = $"centres/{Packages.Centres[0]}/users";
    private static readonly string[] Roles = ["tutorTeacher"];

    private TestGateway gateway = null!;
    private HttpClient anna = null!;
    private HttpClient carol = null!;
    private string password = "";

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        anna = await Operator("anna");
        password = (await Keeper.AddUser(UserName.Parse("board.ben"), "Ben", [Role.BoardOperator])).Password;
    }

    public async Task DisposeAsync()
    {
        anna.Dispose();
        carol?.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task One_operator_does_not_become_a_second_by_resetting_their_password()
    {
        await Load();
        using var handed = await anna.PostAsync("board/users/ben/password", content: null);
        Assert.Equal(HttpStatusCode.NotFound, handed.StatusCode);
        var reset = await Proposed("resetPassword", "ben");
        using (var own = await Approve(anna, reset)) await own.Problem(HttpStatusCode.Conflict, "second-operator-needed");
        using (var half = await SignIn("board.ben", Half(reset))) await half.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
        using var still = await SignIn("board.ben", password);
        Assert.Equal(HttpStatusCode.Created, still.StatusCode);
    }

    [Fact]
    public async Task A_password_is_reset_by_two_who_know_half_of_it_each_and_its_owner_approves_only_what_is_proposed_later()
    {
        carol = await Operator("carol");
        await Load();
        var reset = await Proposed("resetPassword", "ben");
        using var approved = await Approve(carol, reset);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        var rest = JsonDocument.Parse(await approved.Content.ReadAsStringAsync()).RootElement.GetProperty("passwordPart").GetString()!;
        foreach (var part in new[] { Half(reset), rest, password })
        {
            using var refused = await SignIn("board.ben", part);
            Assert.NotEqual(HttpStatusCode.Created, refused.StatusCode);
            await gateway.Services.GetRequiredService<IGrainFactory>().Sessions(Shelf.Board).Unlock(UserName.Parse("board.ben"));
        }

        using var ben = await SignedIn("board.ben", Half(reset) + rest);
        using (var stale = await ben.PostAsJsonAsync($"series/{Packages.Series}/approval", new { proposal = 1 })) await stale.Problem(HttpStatusCode.Conflict, "account-changed");
        using var again = await anna.PutAsJsonAsync($"series/{Packages.Series}/release", new { restrictedRelease = "2026-08-13T00:02", candidateRelease = "2026-08-14T08:00" });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var fresh = await ben.PostAsJsonAsync($"series/{Packages.Series}/approval", new { proposal = 2 });
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task Operators_are_added_disabled_enabled_and_removed_by_two_and_never_fewer_than_two_are_left()
    {
        using var ben = await SignedIn("board.ben", password);
        using (var few = await Propose(anna, "remove", "ben")) await few.Problem(HttpStatusCode.Conflict, "conflict");
        using (var few = await Propose(anna, "disable", "anna")) await few.Problem(HttpStatusCode.Conflict, "conflict");

        var adding = await Proposed("add", "dora", "Dora");
        using (var added = await Approve(ben, adding))
        {
            using var dora = await SignedIn("board.dora", Half(adding) + JsonDocument.Parse(await added.Content.ReadAsStringAsync()).RootElement.GetProperty("passwordPart").GetString());
            using (var twice = await Propose(anna, "add", "dora", "Dora")) await twice.Problem(HttpStatusCode.Conflict, "conflict");
            Assert.Equal(HttpStatusCode.OK, (await Approve(ben, await Proposed("disable", "dora"))).StatusCode);
            using var ended = await dora.GetAsync("session");
            await ended.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        Assert.Equal(HttpStatusCode.OK, (await Approve(ben, await Proposed("enable", "dora"))).StatusCode);
        // Of two that wait, the second would leave one.
        var (first, second) = (await Proposed("remove", "dora"), await Proposed("remove", "ben"));
        Assert.Equal(HttpStatusCode.OK, (await Approve(ben, first)).StatusCode);
        using (var last = await Approve(ben, second)) await last.Problem(HttpStatusCode.Conflict, "conflict");
        Assert.Equal(["board.anna", "board.ben"], (await anna.Json("board/users")).EnumerateArray().Select(user => user.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_is_approved_by_nobody_and_an_operator_who_is_new_since_approves_none()
    {
        var unlock = await Proposed("unlock", "ben");
        Assert.Equal("board.anna", Assert.Single((await anna.Json("board/changes")).EnumerateArray()).GetProperty("by").GetString());
        carol = await Operator("carol");
        using (var later = await Approve(carol, unlock)) await later.Problem(HttpStatusCode.Conflict, "account-changed");
        Assert.Equal(HttpStatusCode.NoContent, (await carol.DeleteAsync($"board/changes/{Number(unlock)}")).StatusCode);
        using var ben = await SignedIn("board.ben", password);
        using var gone = await Approve(ben, unlock);
        await gone.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Ones_own_password_is_changed_by_who_knows_the_old_one()
    {
        using var ben = await SignedIn("board.ben", password);
        const string Fresh = "a long new password";
        using (var wrong = await ben.PostAsJsonAsync("session/password", new { old = "guess", @new = Fresh })) await wrong.Problem(HttpStatusCode.Forbidden, "wrong-password");
        using (var weak = await ben.PostAsJsonAsync("session/password", new { old = password, @new = "short" })) await weak.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        using (var done = await ben.PostAsJsonAsync("session/password", new { old = password, @new = Fresh })) Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        using (var ended = await ben.GetAsync("session")) await ended.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        using (var old = await SignIn("board.ben", password)) await old.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
        using var signedIn = await SignIn("board.ben", Fresh);
        Assert.Equal(HttpStatusCode.Created, signedIn.StatusCode);
    }

    [Fact]
    public async Task An_open_session_does_not_guess_the_password_for_ever()
    {
        using var ben = await SignedIn("board.ben", password);
        for (var guess = 0; guess < 2; guess++) await ben.PostAsJsonAsync("session/password", new { old = "guess", @new = "a long new password" });
        using (var third = await ben.PostAsJsonAsync("session/password", new { old = "guess", @new = "a long new password" })) await third.Problem(HttpStatusCode.Forbidden, "account-locked");
        using (var right = await ben.PostAsJsonAsync("session/password", new { old = password, @new = "a long new password" })) await right.Problem(HttpStatusCode.Forbidden, "account-locked");
    }

    [Fact]
    public async Task A_user_that_the_board_disabled_is_enabled_by_the_board_alone()
    {
        await Load();
        await Keeper.AddUser(UserName.Parse($"{Packages.Centres[0]}.officer"), "Olive", [Role.CentreAdministrator]);
        var secret = (await Keeper.ResetPassword(UserName.Parse($"{Packages.Centres[0]}.officer"))).Password;
        using var officer = await SignedIn($"{Packages.Centres[0]}.officer", secret);
        await officer.PostAsJsonAsync(Users, new { user = "teacher", name = "Tamsin", roles = Roles });
        Assert.Equal(HttpStatusCode.NoContent, (await anna.DeleteAsync($"{Users}/teacher")).StatusCode);
        using (var centre = await officer.PostAsync($"{Users}/teacher/enable", content: null)) await centre.Problem(HttpStatusCode.Forbidden, "not-your-role");
        // Nor by disabling them once more, as one's own.
        await officer.DeleteAsync($"{Users}/teacher");
        using (var centre = await officer.PostAsync($"{Users}/teacher/enable", content: null)) await centre.Problem(HttpStatusCode.Forbidden, "not-your-role");
        Assert.Equal(HttpStatusCode.NoContent, (await anna.PostAsync($"{Users}/teacher/enable", content: null)).StatusCode);
        await officer.DeleteAsync($"{Users}/teacher");
        Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsync($"{Users}/teacher/enable", content: null)).StatusCode);
    }

    [Fact]
    public async Task A_locked_operator_is_unlocked_by_a_colleague_and_not_by_their_own_session()
    {
        using var ben = await SignedIn("board.ben", password);
        for (var guess = 0; guess < 3; guess++) await SignIn("board.ben", "guess");
        using (var self = await ben.PostAsync("board/users/ben/unlock", content: null)) await self.Problem(HttpStatusCode.Conflict, "second-operator-needed");
        Assert.Equal(HttpStatusCode.NoContent, (await anna.PostAsync("board/users/ben/unlock", content: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SignIn("board.ben", password)).StatusCode);
    }

    [Fact]
    public async Task The_command_makes_the_first_two_operators_and_no_third()
    {
        using var logged = new LoggedFaults(LogLevel.Warning);
        await using var empty = await TestGateway.Start(adjust: builder => builder.Logging.AddProvider(logged));
        Assert.Equal(0, await NewOperator.Add(empty.Services, "first"));
        Assert.Equal(0, await NewOperator.Add(empty.Services, "second"));
        Assert.Equal(1, await NewOperator.Add(empty.Services, "third"));
        Assert.Equal(0, await NewOperator.Add(empty.Services, "third", isEmergency: true));
        var operators = await empty.Services.GetRequiredService<IGrainFactory>().Accounts(Shelf.Board).ListUsers();
        Assert.Equal(new DateTimeOffset?[] { null, null, empty.Clock.GetUtcNow() }, operators.Select(one => one.AddedInEmergency));
        Assert.Contains(logged.All, message => message.StartsWith("Warning", StringComparison.Ordinal) && message.Contains("board.third", StringComparison.Ordinal));
    }

    private AccountKeeper Keeper => gateway.Services.GetRequiredService<AccountKeeper>();

    private static string Half(JsonElement change) => change.GetProperty("passwordPart").GetString()!;

    private static int Number(JsonElement change) => change.GetProperty("change").GetProperty("number").GetInt32();

    private static Task<HttpResponseMessage> Propose(HttpClient by, string kind, string user, string? name = null) => by.PostAsJsonAsync("board/changes", new { kind, user, name });

    private static Task<HttpResponseMessage> Approve(HttpClient by, JsonElement change) => by.PostAsync($"board/changes/{Number(change)}/approval", content: null);

    private async Task<JsonElement> Proposed(string kind, string user, string? name = null)
    {
        using var answer = await Propose(anna, kind, user, name);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{kind} {user} was answered {answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task Load()
    {
        using var loader = new OperatorClient(gateway.Client(anna.DefaultRequestHeaders.Authorization!.Parameter));
        await gateway.Ended(loader, await loader.Load(Packages.Package, CancellationToken.None));
    }

    private async Task<HttpClient> Operator(string name)
    {
        using var signedIn = await gateway.Operator(name);
        return gateway.Client(signedIn.Token);
    }

    private async Task<HttpResponseMessage> SignIn(string user, string guess)
    {
        using var client = gateway.Client();
        return await client.PostAsJsonAsync("session", new { user, password = guess });
    }

    private async Task<HttpClient> SignedIn(string user, string secret)
    {
        using var answer = await SignIn(user, secret);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return gateway.Client(JsonDocument.Parse(text).RootElement.GetProperty("token").GetString());
    }
}
