using System.Net;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotLost;

/// <summary>A board that looks before the night finds what the disk did to its documents, and has it rebuilt from state.</summary>
public sealed class DocumentCheckTests : Gateway.PublishedSeries
{
    private int checks;

    [Fact]
    public async Task Damaged_and_missing_documents_are_named_and_come_back_byte_for_byte()
    {
        var manifest = await Manifest();
        var results = manifest.Documents.Single(document => document.Kind == DocumentKind.ResultsFile);
        var xml = manifest.Documents.Single(document => document.Kind == DocumentKind.XmlResultsFile);
        var zip = manifest.Documents.Single(document => document.Kind == DocumentKind.StatementsZip);
        ContentHash[] hurt = [results.Sha256, xml.Brotli!.Hash, zip.Sha256, manifest.Results];
        var before = hurt.ToDictionary(hash => hash, hash => File.ReadAllBytes(FileOf(hash)));
        Damage(results.Sha256);
        Damage(xml.Brotli.Hash);
        File.Delete(FileOf(zip.Sha256));
        Damage(manifest.Results);

        var job = await Check();
        Assert.Empty(job.GetProperty("stopped").EnumerateArray());
        var repaired = Assert.Single(job.GetProperty("repaired").EnumerateArray());
        Assert.Equal(Centre.ToString(), repaired.GetProperty("item").GetString());
        Assert.Equal(
            $"{results.FileName} (damaged), {xml.FileName}, compressed (damaged), {zip.FileName} (missing), the results themselves (damaged)",
            repaired.GetProperty("what").GetString());
        Assert.All(before, kept => Assert.Equal(kept.Value, File.ReadAllBytes(FileOf(kept.Key))));
        Assert.Empty((await Check()).GetProperty("repaired").EnumerateArray());
    }

    [Fact]
    public async Task What_would_come_out_otherwise_is_reported_and_not_put_back()
    {
        var manifest = await Manifest();
        using var board = await Gateway.Operator("again");
        await Gateway.Ended(board, await board.Load(Packages.Write(Packages.Plan with { Title = "Another title" }), CancellationToken.None));
        await Gateway.Ended(board, await board.Award(Packages.Series, CancellationToken.None));
        Damage(manifest.Results);
        Damage(manifest.Documents[0].Sha256);
        var bytes = await File.ReadAllBytesAsync(FileOf(manifest.Documents[0].Sha256));

        var job = await Check();
        Assert.Empty(job.GetProperty("repaired").EnumerateArray());
        var stopped = Assert.Single(job.GetProperty("stopped").EnumerateArray());
        Assert.Equal(Centre.ToString(), stopped.GetProperty("item").GetString());
        Assert.Contains($"{manifest.Documents[0].FileName} (damaged)", stopped.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(FileOf(manifest.Documents[0].Sha256)));
    }

    [Fact]
    public async Task Second_results_files_are_rebuilt_under_the_sequence_that_they_were_issued_with()
    {
        using var board = await Gateway.Operator("again");
        await Gateway.Ended(board, await board.Load(Packages.Write(Packages.Plan with { Title = "Another title" }), CancellationToken.None));
        await Gateway.Ended(board, await board.Award(Packages.Series, CancellationToken.None));
        await Gateway.Ended(board, await board.Publish(Packages.Series, CancellationToken.None));
        var results = (await Manifest()).Documents.Single(document => document.Kind == DocumentKind.ResultsFile);
        Assert.EndsWith(".X02", results.FileName, StringComparison.Ordinal);
        Damage(results.Sha256);
        Assert.Equal($"{results.FileName} (damaged)", Assert.Single((await Check()).GetProperty("repaired").EnumerateArray()).GetProperty("what").GetString());
    }

    [Fact]
    public async Task A_series_that_was_never_published_has_nothing_to_check()
    {
        using var board = await Gateway.Operator("again");
        await Gateway.Ended(board, await board.Load(Packages.Write(Packages.Plan with { Series = SeriesCode.Parse("6B27") }), CancellationToken.None));
        using var client = Gateway.Client(board.Token);
        using var refused = await client.PostAsync("series/6B27/check", content: null);
        await refused.Problem(HttpStatusCode.Conflict, "conflict");
    }

    private async Task<JsonElement> Check()
    {
        using var board = await Gateway.Operator($"checker{++checks}");
        using var client = Gateway.Client(board.Token);
        using var begun = await client.PostAsync($"series/{Packages.Series}/check", content: null);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        await Gateway.Work();
        var job = await client.Json(begun.Headers.Location!.ToString());
        Assert.Equal(("check", "finished", 3), (job.GetProperty("kind").GetString(), job.GetProperty("stage").GetString(), job.GetProperty("done").GetInt32()));
        return job;
    }

    private async Task<Manifest> Manifest()
        => (await Gateway.Services.GetRequiredService<IGrainFactory>().Results(Packages.Series, Centre).GetLatest())!.Published.Manifest;

    private string FileOf(ContentHash hash)
    {
        var name = hash.ToString();
        return Path.Combine(Gateway.Folder, "documents", name[..2], name[2..4], name);
    }

    private void Damage(ContentHash hash)
    {
        var content = File.ReadAllBytes(FileOf(hash));
        content[content.Length / 2] ^= 0x01;
        File.WriteAllBytes(FileOf(hash), content);
    }
}
