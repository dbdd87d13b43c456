using System.Net;
using System.Text.Json;
using ResultsGrid.Gateway.Demonstrations;

namespace ResultsGrid.Tests.Gateway;

public sealed class ScheduleTests : IAsyncLifetime
{
    private TestGateway gateway = null!;
    private OperatorClient anna = null!;
    private OperatorClient ben = null!;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        (anna, ben) = (await gateway.Operator("anna"), await gateway.Operator("ben"));
        await gateway.Ended(anna, await anna.Load(Packages.Package, CancellationToken.None));
    }

    public async Task DisposeAsync()
    {
        anna.Dispose();
        ben.Dispose();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_loaded_schedule_waits_for_a_second_operator()
    {
        var release = await Series();
        Assert.Equal(JsonValueKind.Null, release.GetProperty("approved").ValueKind);
        Assert.Equal("board.anna", release.GetProperty("proposed").GetProperty("by").GetString());

        using (var own = await Approve(anna)) await own.Problem(HttpStatusCode.Conflict, "second-operator-needed");
        using (var second = await Approve(ben)) Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        release = await Series();
        Assert.Equal("board.ben", release.GetProperty("approved").GetProperty("approvedBy").GetString());
        Assert.Equal(Packages.RestrictedRelease, release.GetProperty("approved").GetProperty("schedule").GetProperty("restrictedRelease").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("2026-08-13T00:00", "2026-08-14T08:00")]
    [InlineData("2026-08-13T00:01", "2026-08-14T07:59")]
    [InlineData("2026-08-12T00:01", "2026-08-20T08:00")]
    public async Task Whatever_opens_anything_earlier_waits_for_a_second_operator_and_meanwhile_changes_nothing(string restricted, string candidate)
    {
        await Approve(ben);
        using (var proposal = await Propose(anna, restricted, candidate)) Assert.Equal(HttpStatusCode.OK, proposal.StatusCode);
        Assert.Equal(Packages.RestrictedRelease, await InForce());
        using (var own = await Approve(anna)) await own.Problem(HttpStatusCode.Conflict, "second-operator-needed");
        await Approve(ben);
        Assert.Equal("board.anna", (await Series()).GetProperty("approved").GetProperty("proposedBy").GetString());
    }

    [Fact]
    public async Task Later_takes_one_operator_at_once()
    {
        await Approve(ben);
        using var later = await Propose(anna, "2026-08-13T00:02", "2026-08-14T08:00");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(Packages.RestrictedRelease.AddMinutes(1), await InForce());
    }

    [Fact]
    public async Task Nobody_approves_a_proposal_that_they_did_not_look_at()
    {
        await Propose(anna, "2026-08-13T00:05", "2026-08-14T08:00");
        using var stale = await Approve(ben, proposal: 1);
        await stale.Problem(HttpStatusCode.Conflict, "conflict");
    }

    [Theory]
    [InlineData("2026-03-29T01:30", "2026-03-30T08:00", "the clocks go forward")]
    [InlineData("2026-08-13T00:01Z", "2026-08-14T08:00", "without offset")]
    [InlineData("tomorrow", "2026-08-14T08:00", "restrictedRelease")]
    [InlineData("2026-08-13T00:01", "2026-08-12T08:00", "candidateRelease lies before")]
    public async Task A_schedule_that_makes_no_sense_is_refused_with_the_reason(string restricted, string candidate, string reason)
    {
        using var refused = await Propose(anna, restricted, candidate);
        var problem = await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Series()
    {
        using var client = gateway.Client(anna.Token);
        return await client.Json($"series/{Packages.Series}");
    }

    private async Task<DateTimeOffset> InForce()
        => (await Series()).GetProperty("approved").GetProperty("schedule").GetProperty("restrictedRelease").GetDateTimeOffset();

    private async Task<HttpResponseMessage> Propose(OperatorClient by, string restrictedRelease, string candidateRelease)
    {
        using var client = gateway.Client(by.Token);
        return await client.PutAsJsonAsync($"series/{Packages.Series}/release", new { restrictedRelease, candidateRelease });
    }

    private async Task<HttpResponseMessage> Approve(OperatorClient by, int? proposal = null)
    {
        using var client = gateway.Client(by.Token);
        return await client.PostAsJsonAsync($"series/{Packages.Series}/approval", new { proposal });
    }
}
