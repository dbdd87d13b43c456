using System.Net;
using ResultsGrid.Gateway.Api.Documents;
using ResultsGrid.Gateway.Api.Health;
using ResultsGrid.Gateway.Api.Snapshots;
using ResultsGrid.Gateway.Api.WarmUp;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.HotPath;

/// <summary>What the first minute asks for is in memory before the doors open.</summary>
public sealed class PrimerTests : PublishedSeries
{
    [Fact]
    public async Task After_it_the_first_request_for_a_document_reads_nothing()
    {
        await Prime(Gateway);
        var served = Gateway.Services.GetRequiredService<ServedState>();
        var documents = Gateway.Services.GetRequiredService<CheckedDocuments>();
        foreach (var centre in Packages.Centres)
        {
            Assert.NotNull(served.Access.Find(centre.ToString()));
            var results = served.Results.Find($"{Packages.Series}/{centre}");
            Assert.NotNull(results);
            Assert.NotEmpty(results.Documents);
            Assert.All(results.Documents.SelectMany(document => document.StoredForms), form => Assert.NotNull(documents.Find(form)));
        }
    }

    [Fact]
    public async Task A_damaged_document_is_reported_and_holds_nobody_else_up()
    {
        var served = Gateway.Services.GetRequiredService<ServedState>();
        var hash = (await served.ResultsOf(Packages.Series, Centre)).Documents[0].StoredForms.First().Hash.ToString();
        await File.WriteAllTextAsync(Path.Combine(Gateway.Folder, "documents", hash[..2], hash[2..4], hash), "damaged");

        await Prime(Gateway);
        Assert.Equal([Centre.ToString()], Gateway.Services.GetRequiredService<Readiness>().Unread);
        Gateway.Services.GetRequiredService<Readiness>().WaitingFor = null;
        using var client = Gateway.Client();
        using var ready = await client.GetAsync(new Uri(Gateway.Address, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains($"\"unread\":[\"{Centre}\"]", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(served.Results.Find($"{Packages.Series}/{OtherCentre}"));
    }

    [Fact]
    public async Task What_does_not_fit_into_memory_is_left_in_the_store()
    {
        const long Room = 100_000;
        await using var small = await TestGateway.Start(adjust: builder => builder.Services.Configure<DocumentCacheOptions>(options => options.MaxBytes = Room));
        await small.Publish(Packages.Package);
        await Prime(small);
        var documents = small.Services.GetRequiredService<CheckedDocuments>();
        Assert.InRange(documents.CachedBytes, 1, Room);

        small.Clock.Leap(Packages.RestrictedRelease - small.Clock.GetUtcNow());
        using var officer = await small.Key(Centre, Role.CentreAdministrator);
        foreach (var listed in (await officer.Json(Documents)).GetProperty("documents").EnumerateArray())
            Assert.Equal(listed.GetProperty("bytes").GetInt64(), (await officer.GetByteArrayAsync($"{Documents}/{listed.GetProperty("id").GetString()}")).Length);
        Assert.InRange(documents.CachedBytes, 1, Room);
    }

    private static Task Prime(TestGateway gateway) => gateway.Services.GetRequiredService<Primer>().Run(width: 2, (_, _) => { }, CancellationToken.None);
}
