using System.Globalization;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Series;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.Tests.Gateway;

/// <summary>The real process, killed with SIGKILL in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("resultsgrid-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_publication_killed_in_the_middle_goes_on_and_gives_the_same_bytes()
    {
        var passwords = new[] { await GatewayProcess.AddOperator(folder, "anna"), await GatewayProcess.AddOperator(folder, "ben") };
        var plan = Packages.Plan with { Centres = 40, Candidates = 400 };
        using (var first = await GatewayProcess.Start(folder))
        {
            using var anna = await SignIn(first, "anna", passwords[0]);
            using var ben = await SignIn(first, "ben", passwords[1]);
            await anna.Follow(await anna.Load(Packages.Write(plan), CancellationToken.None), Ignore, CancellationToken.None);
            await anna.Follow(await anna.Award(plan.Series, CancellationToken.None), Ignore, CancellationToken.None);
            await ben.Approve(plan.Series, CancellationToken.None);
            var job = await anna.Publish(plan.Series, CancellationToken.None);
            await Assert.ThrowsAsync<KilledException>(() => anna.Follow(job, seen => KillOnceSomeAreDone(first, seen), CancellationToken.None));
        }

        using var second = await GatewayProcess.Start(folder);
        using var again = await SignIn(second, "anna", passwords[0]);
        var last = await Publication(second, again);
        Assert.Equal(JobStage.Finished, last.Stage);
        Assert.Empty(last.Stopped);
        Assert.Equal(await Undisturbed(plan), await Hashes(second, again, plan));
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_with_the_reason()
    {
        await GatewayProcess.AddOperator(folder, "anna");
        using var first = await GatewayProcess.Start(folder);
        Assert.Contains("in use by another process", await GatewayProcess.RefusedStart(folder), StringComparison.Ordinal);
    }

    private static void Ignore(ShownJob job)
    {
    }

    private static void KillOnceSomeAreDone(GatewayProcess process, ShownJob job)
    {
        if (job.FinishedAt is not null) Assert.Fail("The publication ended before it could be killed: give it more to do.");
        if (job.Done == 0) return;
        process.Kill();
        throw new KilledException();
    }

    private static Task<OperatorClient> SignIn(GatewayProcess process, string name, string password)
        => OperatorClient.SignIn(process.Address, new Credentials($"board.{name}", password), CancellationToken.None);

    private static async Task<ShownJob> Publication(GatewayProcess process, OperatorClient client)
    {
        using var http = Client(process.Address, client.Token!);
        var last = await http.Json($"series/{Packages.Series}/publication");
        var job = System.Text.Json.JsonSerializer.Deserialize<ShownJob>(last.GetRawText(), ResultsGrid.Grains.Hosting.ContractJson.Options)!;
        await client.Follow(job, seen => job = seen, CancellationToken.None);
        return job;
    }

    private static async Task<IReadOnlyList<string>> Undisturbed(ResultsGrid.Rehearsal.RehearsalPlan plan)
    {
        await using var gateway = await TestGateway.Start();
        await gateway.Publish(Packages.Write(plan));
        gateway.Clock.AdvanceTo(Packages.RestrictedRelease);
        using var reader = await gateway.Operator("reader");
        return await Hashes(gateway.Address, reader.Token!, plan);
    }

    /// <remarks>The real process has the real clock, by which the plan's release of 2026-08-13 is past.</remarks>
    private static Task<IReadOnlyList<string>> Hashes(GatewayProcess process, OperatorClient client, ResultsGrid.Rehearsal.RehearsalPlan plan)
        => Hashes(process.Address, client.Token!, plan);

    private static async Task<IReadOnlyList<string>> Hashes(Uri address, string token, ResultsGrid.Rehearsal.RehearsalPlan plan)
    {
        using var http = Client(address, token);
        var hashes = new List<string>();
        foreach (var centre in ResultsGrid.Rehearsal.RehearsalSeries.CentreNumbers(plan))
        {
            var list = await http.Json($"centres/{centre}/series/{plan.Series}/documents");
            hashes.AddRange(list.GetProperty("documents").EnumerateArray().Select(document => string.Create(
                CultureInfo.InvariantCulture, $"{centre} {document.GetProperty("fileName").GetString()} {document.GetProperty("sha256").GetString()}")));
        }

        return hashes;
    }

    private static HttpClient Client(Uri address, string token) => new()
    {
        BaseAddress = new Uri(address, "/api/v1/"),
        DefaultRequestHeaders = { Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token) },
    };

    private sealed class KilledException : Exception;
}
