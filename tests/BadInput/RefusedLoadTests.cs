using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.SeriesFiles;

namespace ResultsGrid.Tests.BadInput;

/// <summary>A load is taken whole or leaves everything as it was.</summary>
public sealed class RefusedLoadTests(BesiegedGateway besieged) : IClassFixture<BesiegedGateway>
{
    private const int Loads = 40;

    private static readonly Dictionary<string, byte[]> Sample = Unpacked(Packages.Package);

    [Fact]
    public async Task A_refused_load_changes_nothing()
    {
        using var operators = await besieged.Gateway.Operator("loader");
        using var board = besieged.Gateway.Client(operators.Token);
        using var officer = await besieged.Gateway.Key(Packages.Centres[1], Role.CentreAdministrator);
        var refused = 0;
        for (var number = 0; number < Loads; number++)
        {
            var before = await Everything(officer);
            var package = Spoilt(FuzzRun.Chance(number));
            if (!await IsRefused(board, package)) continue;
            refused++;
            var after = await Everything(officer);
            Assert.True(before == after, FuzzRun.Describe("package", number, package, $"refused, and changed\n{before}\nto\n{after}"));
        }

        Assert.InRange(refused, Loads / 2, Loads);
    }

    private static byte[] Spoilt(Random chance)
    {
        var files = new Dictionary<string, byte[]>(Sample);
        // The candidates' files say most, and a load that went wrong half way would show in them.
        var name = files.Keys.Order(StringComparer.Ordinal).ElementAt(chance.Next(files.Count));
        files[name] = new Spoiler(chance, ",\n").Spoil(files[name], files["marks.csv"]);
        return SamplePackage.Zip(files).ToArray();
    }

    private async Task<bool> IsRefused(HttpClient board, byte[] package)
    {
        using var content = new ByteArrayContent(package) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        using var answer = await board.PostAsync("series", content);
        if (!answer.IsSuccessStatusCode) return true;
        await besieged.Gateway.Work();
        var job = await board.Json(answer.Headers.Location!.ToString());
        return job.GetProperty("stage").GetString() == "refused";
    }

    /// <summary>What the centre reads, the operators' working state, and who may read when.</summary>
    private async Task<string> Everything(HttpClient officer)
    {
        var results = $"centres/{Packages.Centres[1]}/series/{Packages.Series}";
        var grains = besieged.Gateway.Services.GetRequiredService<IGrainFactory>();
        return string.Join('\n',
            await officer.Json($"{results}/candidates?pageSize=500"), await officer.Json($"{results}/documents"), await officer.Json($"{results}/assessments"),
            JsonSerializer.Serialize(await grains.Series(Packages.Series).GetProfile()), JsonSerializer.Serialize(await grains.Series(Packages.Series).GetRelease()),
            JsonSerializer.Serialize(await grains.Results(Packages.Series, Packages.Centres[1]).GetCandidates()));
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            return content.ToArray();
        });
    }
}
