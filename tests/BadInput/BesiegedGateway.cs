using System.Net;
using System.Text;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.BadInput;

/// <summary>A gateway with a released series that is sent whatever there is, with rights that are given anew when requests have taken them away.</summary>
public sealed class BesiegedGateway : IAsyncLifetime
{
    private readonly Dictionary<string, string> secrets = [];
    private int operators;

    public TestGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.Start(adjust: builder => builder.Services.AddTransient<IStartupFilter, ReachedTheApp>());
        await Gateway.Publish(Packages.Package);
        Gateway.Clock.AdvanceTo(Packages.CandidateRelease);
        // Its workers, which a test gateway leaves out, would have said so.
        Gateway.Services.GetRequiredService<Readiness>().WaitingFor = null;
        await Restore();
    }

    public async Task DisposeAsync() => await Gateway.DisposeAsync();

    /// <summary>Sends a request with the secrets in their places; its answer must be sound.</summary>
    public async Task Send(byte[] request)
    {
        var answer = await RawRequest.Send(Gateway.Address, WithSecrets(request));
        answer?.ShouldBeSound();
    }

    /// <summary>Works off what the requests began, and puts keys, sessions and the schedule back to where every route can be reached.</summary>
    public async Task Restore()
    {
        await Gateway.Work();
        var accounts = Gateway.Services.GetRequiredService<IGrainFactory>().Accounts(Shelf.Of(Packages.Centres[0]));
        foreach (var key in await accounts.ListKeys()) await accounts.RevokeKey(key.Id);
        secrets["{officer}"] = await Key(Role.CentreAdministrator);
        secrets["{teacher}"] = await Key(Role.TutorTeacher);
        using var proposer = await Gateway.Operator($"proposer{operators++}");
        using var approver = await Gateway.Operator($"approver{operators}");
        secrets["{operator}"] = proposer.Token!;
        await Release(proposer, approver);
        using var officer = Gateway.Client(secrets["{officer}"]);
        await officer.Json($"centres/{Packages.Centres[0]}/series/{Packages.Series}/documents");
    }

    private async Task<string> Key(Role role)
        => (await Gateway.Services.GetRequiredService<AccountKeeper>().AddKey(Shelf.Of(Packages.Centres[0]), "siege", role)).Secret;

    private async Task Release(OperatorClient proposer, OperatorClient approver)
    {
        using var client = Gateway.Client(proposer.Token);
        using var proposed = await client.PutAsync(
            $"series/{Packages.Series}/release",
            new StringContent("""{"restrictedRelease":"2026-08-13T00:01","candidateRelease":"2026-08-14T08:00"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, proposed.StatusCode);
        var release = await Gateway.Services.GetRequiredService<IGrainFactory>().Series(Packages.Series).GetRelease();
        if (release.Proposed is not null) await approver.Approve(Packages.Series, CancellationToken.None);
    }

    private byte[] WithSecrets(byte[] request)
        => Encoding.Latin1.GetBytes(secrets.Aggregate(Encoding.Latin1.GetString(request), (text, secret) => text.Replace(secret.Key, secret.Value, StringComparison.Ordinal)));
}
