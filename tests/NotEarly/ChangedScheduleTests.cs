using System.Net;
using System.Text.Json;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>A release that is put off while clients wait for it: all that they are told is of the new moment at once, and nothing opens at the old one.</summary>
public sealed class ChangedScheduleTests
{
    private static readonly DateTimeOffset PutOff = Packages.RestrictedRelease.AddMinutes(29);

    [Theory]
    [InlineData(HostedOn.OneNode)]
    [InlineData(HostedOn.TwoNodes)]
    public async Task Once_a_release_is_put_off_every_answer_names_the_new_moment_and_nothing_opens_at_the_old_one(HostedOn on)
    {
        await using var gateway = await TestGateway.Start(on: on);
        await gateway.Publish(Packages.Package);
        using var officer = await gateway.Key(Packages.Centres[0], Role.ResultsFullAccess);
        await ShowsRelease(gateway, officer, Packages.RestrictedRelease);

        using (var board = await gateway.Operator("zoe"))
        using (var client = gateway.Client(board.Token))
        using (var later = await client.PutAsJsonAsync($"series/{Packages.Series}/release", new { restrictedRelease = "2026-08-13T00:30", candidateRelease = "2026-08-14T08:00" }))
            Assert.Equal(HttpStatusCode.OK, later.StatusCode);

        // No second to wait for: an operator is answered when every node shows the new schedule.
        await ShowsRelease(gateway, officer, PutOff);
        foreach (var moment in new[] { Packages.RestrictedRelease, PutOff.AddTicks(-1) })
        {
            gateway.Clock.Leap(moment - gateway.Clock.GetUtcNow());
            await ShowsRelease(gateway, officer, PutOff);
        }

        gateway.Clock.Leap(PutOff - gateway.Clock.GetUtcNow());
        foreach (var path in Guarded)
        {
            using var answer = await officer.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static string Place => $"centres/{Packages.Centres[0]}/series/{Packages.Series}";

    private static readonly string[] Guarded = [$"{Place}/documents", $"{Place}/documents/results-file", $"{Place}/documents.zip", $"{Place}/candidates", $"{Place}/candidates?search=a", $"{Place}/assessments"];

    private static async Task ShowsRelease(TestGateway gateway, HttpClient officer, DateTimeOffset opens)
    {
        // Often enough that each node is asked each.
        for (var round = 0; round < (gateway.On == HostedOn.OneNode ? 1 : 6); round++)
        {
            foreach (var path in Guarded)
            {
                using var answer = await officer.GetAsync(path);
                var problem = await answer.Problem(HttpStatusCode.Forbidden, "embargoed");
                Assert.Equal(opens, problem.GetProperty("opens").GetDateTimeOffset());
                var seconds = Math.Max(1, Math.Ceiling((opens - gateway.Clock.GetUtcNow()).TotalSeconds));
                Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.RetryAfter?.Delta);
            }

            var series = (await officer.Json($"centres/{Packages.Centres[0]}/series")).EnumerateArray().Single();
            Assert.Equal(opens, series.GetProperty("restrictedRelease").GetDateTimeOffset());
            Assert.Equal(JsonValueKind.Null, series.GetProperty("version").ValueKind);
        }
    }
}
