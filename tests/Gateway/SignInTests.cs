using System.Net;
using System.Text.Json;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Gateway;

public class SignInTests : IAsyncLifetime
{
    private static readonly CentreNumber Centre = Packages.Centres[0];
    private static readonly UserName Officer = UserName.Parse($"{Centre}.officer");
    private TestGateway gateway = null!;
    private string password = "";

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        using var anna = await gateway.Operator("loader");
        await gateway.Ended(anna, await anna.Load(Packages.Package, CancellationToken.None));
        password = (await Keeper.AddUser(Officer, "Olive Officer", [Role.CentreAdministrator])).Password;
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task A_session_tells_who_it_is_and_ends_when_closed()
    {
        using var client = gateway.Client(await Token());
        var user = (await client.Json("session")).GetProperty("user");
        Assert.Equal(Officer.ToString(), user.GetProperty("id").GetString());
        Assert.Equal(Centre.ToString(), user.GetProperty("centre").GetString());
        Assert.Equal("centreAdministrator", Assert.Single(user.GetProperty("roles").EnumerateArray()).GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("session")).StatusCode);
        using var after = await client.GetAsync("session");
        await after.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_session_ends_by_itself()
    {
        using var client = gateway.Client(await Token());
        gateway.Clock.Leap(TimeSpan.FromHours(20));
        using var after = await client.GetAsync("session");
        await after.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_disabled_users_open_session_is_refused_on_the_next_request()
    {
        using var client = gateway.Client(await Token());
        await client.Json("session");
        await gateway.Services.GetRequiredService<Orleans.IGrainFactory>().Accounts(Shelf.Of(Centre)).SetDisabled(Officer, true);
        using var after = await client.GetAsync("session");
        await after.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        using var again = await SignIn(password);
        await again.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_on_the_next_request()
    {
        var (_, key, secret) = await Keeper.AddKey(Shelf.Of(Centre), "test", Role.ResultsFullAccess);
        using var client = gateway.Client(secret);
        await client.Json("session");
        await gateway.Services.GetRequiredService<Orleans.IGrainFactory>().Accounts(Shelf.Of(Centre)).RevokeKey(key.Id);
        using var after = await client.GetAsync("session");
        await after.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Three_wrong_passwords_lock_the_account_but_close_no_open_session()
    {
        using var open = gateway.Client(await Token());
        foreach (var guess in new[] { "one", "two" })
        {
            using var wrong = await SignIn(guess);
            await wrong.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
        }

        using (var third = await SignIn("three")) await third.Problem(HttpStatusCode.Forbidden, "account-locked");
        using (var right = await SignIn(password)) await right.Problem(HttpStatusCode.Forbidden, "account-locked");
        await open.Json("session");

        var (_, fresh) = await Keeper.ResetPassword(Officer);
        using var unlocked = await SignIn(fresh);
        Assert.Equal(HttpStatusCode.Created, unlocked.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("board.")]
    public async Task A_guesser_can_not_tell_a_name_that_nobody_has_from_a_users(string shelf)
    {
        var prefix = shelf.Length > 0 ? shelf : $"{Centre}.";
        await Keeper.AddUser(UserName.Parse($"{prefix}somebody"), "Somebody", [shelf.Length > 0 ? Role.BoardOperator : Role.TutorTeacher]);
        using var client = gateway.Client();
        for (var guess = 0; guess < 5; guess++)
        {
            var answers = new List<string>();
            foreach (var name in new[] { "somebody", "nobody" })
            {
                using var answer = await client.PostAsJsonAsync("session", new { user = prefix + name, password = $"guess {guess}" });
                answers.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            Assert.Equal(answers[0], answers[1]);
        }
    }

    [Fact]
    public async Task Guesses_at_a_name_do_not_lock_whoever_is_given_it_later()
    {
        using var client = gateway.Client();
        for (var guess = 0; guess < 3; guess++) await client.PostAsJsonAsync("session", new { user = $"{Centre}.later", password = "guess" });
        var (_, secret) = await Keeper.AddUser(UserName.Parse($"{Centre}.later"), "Later", [Role.TutorTeacher]);
        using var signedIn = await client.PostAsJsonAsync("session", new { user = $"{Centre}.later", password = secret });
        Assert.Equal(HttpStatusCode.Created, signedIn.StatusCode);
    }

    [Fact]
    public async Task Made_up_shelves_wake_no_grain()
    {
        using var warm = gateway.Client("10999.k." + new string('a', 43));
        using (var first = await warm.GetAsync("session")) await first.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        var before = await gateway.ActiveGrains();
        for (var number = 20_000; number < 20_020; number++)
        {
            using var client = gateway.Client($"{number}.s.{new string('b', 43)}");
            using (var refused = await client.GetAsync("session")) await refused.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
            using var guess = await client.PostAsJsonAsync("session", new { user = $"{number}.officer", password = "guess" });
            await guess.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
        }

        Assert.Equal(before, await gateway.ActiveGrains());
    }

    [Fact]
    public async Task An_administrator_does_not_unlock_themselves_and_a_disabled_users_sessions_stay_ended()
    {
        var teacher = UserName.Parse($"{Centre}.teacher");
        var secret = (await Keeper.AddUser(teacher, "Tamsin", [Role.TutorTeacher])).Password;
        using var officer = gateway.Client(await Token());
        using (var self = await officer.PostAsync($"centres/{Centre}/users/officer/unlock", content: null)) await self.Problem(HttpStatusCode.Forbidden, "not-your-role");

        using var signedIn = await officer.PostAsJsonAsync("session", new { user = teacher, password = secret });
        var token = JsonDocument.Parse(await signedIn.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString();
        Assert.Equal(HttpStatusCode.NoContent, (await officer.DeleteAsync($"centres/{Centre}/users/teacher")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await officer.PostAsync($"centres/{Centre}/users/teacher/enable", content: null)).StatusCode);
        using var old = gateway.Client(token);
        using var answer = await old.GetAsync("session");
        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("10101.nobody")]
    [InlineData("99999.officer")]
    [InlineData("officer")]
    [InlineData("")]
    public async Task An_unknown_user_is_refused_like_a_wrong_password(string user)
    {
        using var client = gateway.Client();
        using var answer = await client.PostAsJsonAsync("session", new { user, password = "guess" });
        await answer.Problem(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"user\":1}")]
    public async Task A_body_that_is_no_sign_in_is_a_problem_not_a_fault(string body)
    {
        using var client = gateway.Client();
        using var answer = await client.PostAsync("session", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task No_secret_is_stored_in_clear()
    {
        var token = await Token();
        var (_, _, key) = await Keeper.AddKey(Shelf.Of(Centre), "test", Role.ResultsFullAccess);
        var stored = Directory.EnumerateFiles(gateway.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("lock", StringComparison.Ordinal));
        foreach (var file in stored)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            foreach (var secret in new[] { token, key, password }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    private AccountKeeper Keeper => gateway.Services.GetRequiredService<AccountKeeper>();

    private async Task<HttpResponseMessage> SignIn(string guess)
    {
        using var client = gateway.Client();
        return await client.PostAsJsonAsync("session", new { user = Officer.ToString(), password = guess });
    }

    private async Task<string> Token()
    {
        using var answer = await SignIn(password);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;
    }
}
