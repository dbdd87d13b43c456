using System.Net;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Gateway.WarmUp;
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

    [Fact]
    public async Task Damage_of_what_memory_does_not_hold_shows_before_the_night_too()
    {
        await using var small = await TestGateway.Start(adjust: builder => builder.Services.Configure<DocumentCacheOptions>(options => options.MaxBytes = 1));
        await small.Publish(Packages.Package);
        var served = small.Services.GetRequiredService<ServedState>();
        var readiness = small.Services.GetRequiredService<Readiness>();
        var hash = (await served.ResultsOf(Packages.Series, Centre)).Documents[0].StoredForms.First().Hash.ToString();
        var file = Path.Combine(small.Folder, "documents", hash[..2], hash[2..4], hash);
        var whole = await File.ReadAllBytesAsync(file);
        await File.WriteAllTextAsync(file, "damaged");

        await Prime(small);
        Assert.Empty(readiness.Unread);
        await Prime(small, checksTheRest: true);
        Assert.Equal([Centre.ToString()], readiness.Unread);
        await File.WriteAllBytesAsync(file, whole);
        await Prime(small, checksTheRest: true);
        Assert.Empty(readiness.Unread);
        Assert.Equal(0, small.Services.GetRequiredService<CheckedDocuments>().CachedBytes);
    }

    private static Task Prime(TestGateway gateway, bool checksTheRest = false)
        => gateway.Services.GetRequiredService<Primer>().Run(width: 2, checksTheRest, (_, _) => { }, CancellationToken.None);
}
