using System.Runtime.InteropServices;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Contracts;

/// <summary>Contracts are immutable, so inside a process a call copies none of them.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private TestGateway gateway = null!;

    private IGrainFactory Grains => gateway.Services.GetRequiredService<IGrainFactory>();

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task A_record_is_the_same_object_for_caller_and_grain_on_its_way_in_and_out()
    {
        var name = UserName.Parse($"{Packages.Centres[0]}.officer");
        var user = new User(name, "Olive Officer", [Role.CentreAdministrator], "hash", Disabled: false);
        await Grains.Accounts(name.Shelf).AddUser(user);
        Assert.Same(user, await Grains.Accounts(name.Shelf).FindUser(name));
    }

    private static CandidateNumber[]? Items(ImmutableArray<CandidateNumber> list) => ImmutableCollectionsMarshal.AsArray(list);

    [Fact]
    public async Task A_list_of_a_whole_series_is_not_copied_for_each_who_asks()
    {
        await gateway.Publish(Packages.Package);
        var profile = await Grains.Series(Packages.Series).GetProfile();
        Assert.Same(profile, await Grains.Series(Packages.Series).GetProfile());
        var results = Grains.Results(Packages.Series, Packages.Centres[0]);
        Assert.Same(Items(await results.GetCandidates()), Items(await results.GetCandidates()));
    }
}
