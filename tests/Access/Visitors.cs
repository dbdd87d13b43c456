using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Sessions;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Access;

/// <summary>Gives a store its users, sessions and keys.</summary>
public sealed class Visitors(TestGateway gateway)
{
    /// <summary>Longer than any test's night; what expires is said so.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(1000);

    private readonly IGrainFactory grains = gateway.Services.GetRequiredService<IGrainFactory>();
    private int users;

    public static IReadOnlyList<Role> CentreRoles { get; } = [.. Enum.GetValues<Role>().Where(role => role != Role.BoardOperator)];

    /// <summary>Nobody, and tokens that nobody gave out.</summary>
    public static IReadOnlyList<Visitor> Strangers(CentreNumber centre) =>
    [
        new("nobody", null, [], IsPerson: false, IsLetIn: false, Secret: null),
        new("somebody with no token", null, [], IsPerson: false, IsLetIn: false, "let-me-in"),
        new($"somebody with an invented session of {centre}", centre, [Role.CentreAdministrator], IsPerson: true, IsLetIn: false, $"{centre}.s.{new string('a', 43)}"),
        new($"somebody with an invented key of {centre}", centre, [Role.CentreAdministrator], IsPerson: false, IsLetIn: false, $"{centre}.k.{new string('a', 43)}"),
        new("somebody with an invented session of the board", null, [Role.BoardOperator], IsPerson: true, IsLetIn: false, $"board.s.{new string('a', 43)}"),
    ];

    /// <summary>An open session.</summary>
    public Task<Visitor> Person(CentreNumber? centre, params Role[] roles) => Person(centre, roles, "", disabled: false, Life);

    public async Task<Visitor> Key(CentreNumber? centre, Role role)
    {
        var (_, _, secret) = await gateway.Services.GetRequiredService<AccountKeeper>().AddKey(ShelfOf(centre), $"{role}", role);
        return new($"{role} of {ShelfOf(centre)} by key", centre, [role], IsPerson: false, IsLetIn: true, secret);
    }

    /// <summary>Administrators of the centre who are let in no more.</summary>
    public async Task<IReadOnlyList<Visitor>> Former(CentreNumber centre)
    {
        var closed = await Person(centre, [Role.CentreAdministrator], " who signed out", disabled: false, Life);
        await grains.Sessions(Shelf.Of(centre)).Close(Hash(closed));
        var revoked = await Key(centre, Role.CentreAdministrator);
        var key = (await grains.Accounts(Shelf.Of(centre)).ListKeys()).Single(one => one.SecretHash == Hash(revoked));
        await grains.Accounts(Shelf.Of(centre)).RevokeKey(key.Id);
        return
        [
            closed with { IsLetIn = false },
            revoked with { Name = $"{revoked.Name} that was revoked", IsLetIn = false },
            (await Person(centre, [Role.CentreAdministrator], " who was disabled", disabled: true, Life)) with { IsLetIn = false },
            (await Person(centre, [Role.CentreAdministrator], " whose session expired", disabled: false, TimeSpan.Zero)) with { IsLetIn = false },
        ];
    }

    private async Task<Visitor> Person(CentreNumber? centre, IReadOnlyList<Role> roles, string remark, bool disabled, TimeSpan life)
    {
        var shelf = ShelfOf(centre);
        var user = UserName.Parse($"{shelf}.user{++users}");
        await grains.Accounts(shelf).AddUser(new User(user, $"Person {users} of {shelf}", [.. roles], PasswordHash: "none", disabled));
        var token = Secret.Create(shelf, Secret.OfSession);
        var now = gateway.Clock.GetUtcNow();
        await grains.Sessions(shelf).Open(new Session(token.Hash, user, now, now + life));
        return new($"{string.Join("+", roles)} of {shelf} by session{remark}", centre, roles, IsPerson: true, IsLetIn: true, token.Text);
    }

    private static Shelf ShelfOf(CentreNumber? centre) => centre is { } number ? Shelf.Of(number) : Shelf.Board;

    private static ResultsGrid.Grains.Documents.ContentHash Hash(Visitor visitor)
        => visitor.Secret is { } secret ? new Secret(secret).Hash : throw new ArgumentException($"{visitor} has no secret.");
}
