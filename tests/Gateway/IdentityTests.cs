using System.Net;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Tests.Gateway;

/// <summary>In ledgers and jobs, a person is never taken for an access key or the other way round.</summary>
public sealed class IdentityTests : PublishedSeries
{
    private static readonly string[] Roles = ["tutorTeacher"];

    private IGrainFactory Grains => Gateway.Services.GetRequiredService<IGrainFactory>();

    [Fact]
    public async Task The_ledger_tells_a_key_from_a_user_who_was_given_its_name_before_that_was_refused()
    {
        var (_, key, secret) = await Gateway.Services.GetRequiredService<AccountKeeper>().AddKey(Shelf.Of(Centre), "Management system", Role.CentreAdministrator);
        using var system = Gateway.Client(secret);
        using var person = Gateway.Client(await SignedIn($"key.{key.Id}"));
        using var officer = Gateway.Client(await SignedIn("officer"));
        Reach(Packages.RestrictedRelease);
        foreach (var client in new[] { system, person, officer }) await client.GetByteArrayAsync($"{Documents}/results-file");

        var fetches = (await officer.Json(Documents.Replace("documents", "downloads", StringComparison.Ordinal))).EnumerateArray().ToList();
        Assert.Equal(
            new[] { $"{Centre}.key.{key.Id}", $"{Centre}.officer", $"user:{Centre}.key.{key.Id}" }.Order(StringComparer.Ordinal),
            fetches.Select(fetch => fetch.GetProperty("by").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(fetches, fetch => Assert.Equal(1, fetch.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("key.4088b9d5")]
    [InlineData("key.")]
    [InlineData("key.officer")]
    public async Task Nobody_is_given_a_name_that_looks_like_a_keys(string name)
    {
        using var board = await Gateway.Operator("anna");
        using var client = Gateway.Client(board.Token);
        using var refused = await client.PostAsJsonAsync($"centres/{Centre}/users", new { user = name, name = "Somebody", roles = Roles });
        await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        using var other = await client.PostAsJsonAsync($"centres/{Centre}/users", new { user = "key", name = "Somebody", roles = Roles });
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }

    /// <summary>Past the API, as an earlier version's data may have it.</summary>
    private async Task<string> SignedIn(string name)
    {
        var user = UserName.Parse($"{Centre}.{name}");
        await Grains.Accounts(user.Shelf).AddUser(new User(user, "A person", [Role.CentreAdministrator], PasswordHash: "none", Disabled: false));
        var token = Secret.Create(user.Shelf, Secret.OfSession);
        await Grains.Sessions(user.Shelf).Open(new Session(token.Hash, user, Gateway.Clock.GetUtcNow(), Packages.CandidateRelease.AddDays(1)));
        return token.Text;
    }
}
