using System.Text;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Storage.Local;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.NotLost;

/// <summary>A state file that is not as it was left stops the start, with what to do; nothing empty ever takes its place.</summary>
public sealed class StateFileDamageTests : IDisposable
{
    private const int Rows = 300;

    private readonly TemporaryFolder folder = new();

    private string State => folder.File("state.db");

    private string Log => folder.File("state.db-wal");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_emptied_file_is_damage_and_no_new_beginning()
    {
        await WriteAndStop();
        await File.WriteAllBytesAsync(State, []);
        Refused("it is empty");
        Assert.Equal(0, new FileInfo(State).Length);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        await WriteAndStop();
        using (var file = File.OpenWrite(State)) file.SetLength(file.Length / 2);
        Refused("damaged");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await WriteAndStop();
        await File.WriteAllTextAsync(State, "Dear operator, the database was moved.");
        Refused("damaged");
    }

    [Theory]
    [InlineData("clock")]
    [InlineData("clock.previous")]
    [InlineData("state.db-wal")]
    public void A_folder_in_use_without_its_state_file_is_refused(string left)
    {
        using (var data = DataFolder.Open(folder.Path)) Assert.Equal(State, data.ExistingOrNewStateFile());
        File.WriteAllText(folder.File(left), "");
        using var again = DataFolder.Open(folder.Path);
        var refusal = Assert.Throws<InvalidDataException>(again.ExistingOrNewStateFile);
        Assert.Contains("state.db is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_log_of_a_killed_process_is_refused_as_it_held_the_newest_writes()
    {
        await WriteAndBeKilled();
        File.Delete(Log);
        Refused("which holds the newest writes");
    }

    [Fact]
    public async Task A_log_with_a_bad_frame_in_the_middle_is_refused_though_SQLite_would_drop_what_is_behind_it()
    {
        await WriteAndBeKilled();
        Damage(Log, at: new FileInfo(Log).Length / 2);
        Refused("committed behind it");
    }

    [Fact]
    public async Task A_log_with_a_bad_header_is_refused()
    {
        await WriteAndBeKilled();
        Damage(Log, at: 16);
        Refused("does not begin like one");
    }

    [Fact]
    public async Task A_torn_last_transaction_is_no_damage_since_nobody_was_told_of_it()
    {
        await WriteAndBeKilled();
        using (var log = File.OpenWrite(Log)) log.SetLength(log.Length - 100);
        using var store = SqliteStateStore.Open(State);
        Assert.NotNull(await store.Read(Key(Rows - 2)));
        Assert.Null(await store.Read(Key(Rows - 1)));
    }

    [Fact]
    public async Task What_a_killed_process_had_acknowledged_is_in_the_state_file_itself_once_the_next_has_started()
    {
        await WriteAndBeKilled();
        using var survivor = SqliteStateStore.Open(State);
        Assert.Equal(0, new FileInfo(Log).Length);
        for (var row = 0; row < Rows; row++) Assert.NotNull(await survivor.Read(Key(row)));
    }

    [Fact]
    public async Task The_process_refuses_in_words_and_changes_nothing()
    {
        await GatewayProcess.AddOperator(folder.Path, "anna");
        using (var file = File.OpenWrite(State)) file.SetLength(file.Length - 4096);
        var before = await File.ReadAllBytesAsync(State);
        var complaint = await GatewayProcess.RefusedStart(folder.Path);
        Assert.Contains($"{State} is damaged", complaint, StringComparison.Ordinal);
        Assert.Contains("Back up and restore", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complaint, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(State));
    }

    private static StateKey Key(int row) => new("Desk/DeskState", $"{row}");

    private async Task WriteAndStop()
    {
        using var store = SqliteStateStore.Open(State);
        await Write(store);
    }

    /// <summary>Each row a transaction of its own. The files are taken while the store is open, as a killed process leaves them.</summary>
    private async Task WriteAndBeKilled()
    {
        using var alive = new TemporaryFolder();
        using var store = SqliteStateStore.Open(alive.File("state.db"));
        await Write(store);
        foreach (var file in new[] { "state.db", "state.db-wal", "state.db-open" }) File.Copy(alive.File(file), folder.File(file));
    }

    private static async Task Write(SqliteStateStore store)
    {
        for (var row = 0; row < Rows; row++) await store.Write(Key(row), null, Encoding.UTF8.GetBytes($"{{\"row\":\"{new string('x', 500)}\"}}"));
    }

    private static void Damage(string file, long at)
    {
        using var damage = File.OpenWrite(file);
        damage.Position = at;
        damage.Write(Enumerable.Repeat((byte)0xA5, 64).ToArray());
    }

    private void Refused(string because)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => SqliteStateStore.Open(State));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("docs/operations.md", refusal.Message, StringComparison.Ordinal);
    }
}
