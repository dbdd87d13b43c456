using System.Text.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Grains.Release;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Gateway;

public class RestartTests
{
    [Fact]
    public async Task Everything_that_was_acknowledged_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
        try
        {
            var (before, secret) = await PublishAndRead(folder, adjust: null);
            Assert.Equal(before, await Read(folder, secret, adjust: null));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The grains' persistence is what the product stands on: a store that forgets must not go unnoticed.</summary>
    [Fact]
    public async Task Without_the_grains_persistence_nothing_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
        try
        {
            static void Forget(WebApplicationBuilder builder) => builder.Services.Replace(ServiceDescriptor.Singleton<IStateStore, ForgetfulStore>());
            var (before, secret) = await PublishAndRead(folder, Forget);
            Assert.NotEqual(before, await Read(folder, secret, Forget));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(string Seen, string Secret)> PublishAndRead(string folder, Action<WebApplicationBuilder>? adjust)
    {
        await using var gateway = await TestGateway.Start(folder: folder, adjust: adjust);
        await gateway.Publish(Packages.Package);
        gateway.Clock.AdvanceTo(Packages.RestrictedRelease);
        using var officer = await gateway.Key(Packages.Centres[0], Role.CentreAdministrator);
        await officer.GetByteArrayAsync($"{Documents}/results-file");
        return (await See(officer), officer.DefaultRequestHeaders.Authorization!.Parameter!);
    }

    private static async Task<string> Read(string folder, string secret, Action<WebApplicationBuilder>? adjust)
    {
        await using var gateway = await TestGateway.Start(new Clock.FakeClock(Packages.RestrictedRelease), folder, adjust);
        using var officer = gateway.Client(secret);
        return await See(officer);
    }

    private static string Documents => $"centres/{Packages.Centres[0]}/series/{Packages.Series}/documents";

    private static async Task<string> See(HttpClient officer)
    {
        using var list = await officer.GetAsync(Documents);
        using var candidates = await officer.GetAsync(Documents.Replace("documents", "candidates", StringComparison.Ordinal));
        return JsonSerializer.Serialize(new[] { await list.Content.ReadAsStringAsync(), await candidates.Content.ReadAsStringAsync() });
    }
}
