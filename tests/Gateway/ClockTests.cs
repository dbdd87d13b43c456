using ResultsGrid.Gateway.Release;
using ResultsGrid.Storage.Local;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Gateway;

public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset First = FakeClock.EveOfResultsDay;
    private static readonly DateTimeOffset Second = First.AddSeconds(10);

    private readonly TemporaryFolder folder = new();
    private readonly DataFolder data;

    public ClockTests() => data = DataFolder.Open(folder.Path);

    public void Dispose()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_highest_moment_is_kept()
    {
        Assert.Null(Memory().Read());
        Keep();
        Assert.Equal(Second, Memory().Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-08-12T22:5")]
    [InlineData("\0\0\0\0")]
    public void A_torn_clock_file_gives_the_moment_before_and_never_takes_its_place(string torn)
    {
        Keep();
        File.WriteAllText(folder.File("clock"), torn);
        Assert.Equal(First, Memory().Read());
        Memory().Write(Second.AddSeconds(10));
        Assert.Equal(Second.AddSeconds(10), Memory().Read());
        File.WriteAllText(folder.File("clock"), torn);
        Assert.Equal(First, Memory().Read());
    }

    [Fact]
    public void Two_unreadable_files_are_refused_with_what_to_do()
    {
        Keep();
        File.WriteAllText(folder.File("clock"), "");
        File.WriteAllText(folder.File("clock.previous"), "");
        var refused = Assert.Throws<InvalidDataException>(() => Memory().Read());
        Assert.Contains("or delete both", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_that_cannot_be_kept_shows_in_health_and_stops_nothing()
    {
        // Without the watch only this test's requests look at the clock.
        await using var gateway = await TestGateway.Start(adjust: builder => builder.Services.Remove(
            builder.Services.Single(service => service.ImplementationType == typeof(ClockWatch))));
        using var client = gateway.Client();
        Assert.DoesNotContain("be kept", await Health(gateway, client), StringComparison.Ordinal);

        var next = Directory.CreateDirectory(Path.Combine(gateway.Folder, "clock.next"));
        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Contains("be kept", await Health(gateway, client), StringComparison.Ordinal);
        Assert.Equal(gateway.Clock.GetUtcNow(), gateway.Services.GetRequiredService<ReleaseClock>().Read().Now);

        next.Delete();
        gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("be kept", await Health(gateway, client), StringComparison.Ordinal);
    }

    /// <summary>Also of a gateway that still waits for something.</summary>
    private static async Task<string> Health(TestGateway gateway, HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri(gateway.Address, "/health/ready"));
        return await answer.Content.ReadAsStringAsync();
    }

    private FileClockMemory Memory() => new(data);

    private void Keep()
    {
        Memory().Write(First);
        Memory().Write(Second);
    }
}
