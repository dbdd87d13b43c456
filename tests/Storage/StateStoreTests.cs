using System.Text;
using Microsoft.Data.Sqlite;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Storage;

public sealed class StateStoreTests : IDisposable
{
    private static readonly byte[] Json = "{}"u8.ToArray();

    private readonly TemporaryFolder folder = new();

    private string File => folder.File("state.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Of_two_who_read_the_same_version_only_one_writes()
    {
        using var store = SqliteStateStore.Open(File);
        var etag = await store.Write(Key(1), null, Json);
        Assert.Equal(etag + 1, await store.Write(Key(1), etag, Json));
        await Assert.ThrowsAsync<StateConflictException>(() => store.Write(Key(1), etag, Json));
        await Assert.ThrowsAsync<StateConflictException>(() => store.Write(Key(1), null, Json));
    }

    [Fact]
    public async Task A_cleared_state_keeps_its_version_so_that_an_old_writer_does_not_bring_it_back()
    {
        using var store = SqliteStateStore.Open(File);
        var first = await store.Write(Key(1), null, Json);
        var cleared = await store.Write(Key(1), first, null);
        Assert.Equal(new StateRow(cleared, null), await store.Read(Key(1)));
        await store.Write(Key(1), cleared, Json);
        await Assert.ThrowsAsync<StateConflictException>(() => store.Write(Key(1), first, Json));
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_the_files_at_once_as_a_killed_process_would_leave_them()
    {
        using var store = SqliteStateStore.Open(File);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => store.Write(Key(number), null, Encoding.UTF8.GetBytes($"{number}"))));
        using var copy = new TemporaryFolder();
        foreach (var name in new[] { "state.db", "state.db-wal" }) System.IO.File.Copy(folder.File(name), copy.File(name));

        using var survivor = SqliteStateStore.Open(copy.File("state.db"));
        for (var number = 0; number < 500; number++) Assert.Equal($"{number}", Encoding.UTF8.GetString((await survivor.Read(Key(number)))!.Value.Json!));
    }

    [Fact]
    public async Task A_group_that_fails_leaves_nothing_half_written_and_the_next_group_goes_on()
    {
        using var store = SqliteStateStore.Open(File);
        Run("CREATE TRIGGER full BEFORE INSERT ON state WHEN NEW.key = '100' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var writes = new List<Task<long>>();
        using (var held = Hold())
        {
            // The writer can't commit while another holds the file, so these become two groups at the most.
            for (var number = 0; number < 200; number++) writes.Add(store.Write(Key(number), null, Json));
            held.Rollback();
        }

        var faults = await Task.WhenAll(writes.Select(write => Record.ExceptionAsync(() => write)));
        Assert.All(faults.OfType<Exception>(), fault => Assert.Contains("the disk is full", Assert.IsType<StorageUnavailableException>(fault).Message, StringComparison.Ordinal));
        Assert.NotNull(faults[100]);
        Assert.InRange(faults.Count(fault => fault is not null), 2, 200);
        for (var number = 0; number < 200; number++) Assert.Equal(faults[number] is null, await store.Read(Key(number)) is not null);
        Assert.Equal(1, await store.Write(Key(1_000), null, Json));
    }

    [Fact]
    public async Task In_a_group_a_conflict_fails_only_its_own_write()
    {
        using var store = SqliteStateStore.Open(File);
        await store.Write(Key(2), null, Json);
        List<Task<long>> group;
        using (var held = Hold())
        {
            group = [.. Enumerable.Range(0, 5).Select(number => store.Write(Key(number), null, Json))];
            held.Rollback();
        }

        await Assert.ThrowsAsync<StateConflictException>(() => group[2]);
        Assert.All(await Task.WhenAll(group.Where(write => write != group[2])), etag => Assert.Equal(1, etag));
    }

    [Fact]
    public async Task More_writes_than_the_disk_keeps_up_with_are_refused_at_once_and_the_accepted_are_stored()
    {
        using var store = SqliteStateStore.Open(File);
        var accepted = new List<Task<long>>();
        using (var held = Hold())
        {
            var refusal = Record.Exception(() =>
            {
                for (var number = 0; number < 12_000; number++) accepted.Add(store.Write(Key(number), null, Json));
            });
            Assert.IsType<OverloadedException>(refusal);
            Assert.InRange(accepted.Count, 10_000, 11_000);
            held.Rollback();
        }

        Assert.All(await Task.WhenAll(accepted), etag => Assert.Equal(1, etag));
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        SqliteStateStore.Open(File).Dispose();
        Run("PRAGMA user_version = 2");
        var fault = Assert.Throws<InvalidDataException>(() => SqliteStateStore.Open(File));
        Assert.Contains("newer version", fault.Message, StringComparison.Ordinal);
        Run("PRAGMA user_version = 1");
        SqliteStateStore.Open(File).Dispose();
    }

    [Fact]
    public void Another_programs_database_is_refused()
    {
        Run("CREATE TABLE shopping (list TEXT)");
        var fault = Assert.Throws<InvalidDataException>(() => SqliteStateStore.Open(File));
        Assert.Contains("another program's", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8192)]
    public async Task A_damaged_file_is_refused_and_the_refusal_says_what_to_do(int damagedFrom)
    {
        using (var store = SqliteStateStore.Open(File))
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(number => store.Write(Key(number), null, Json)));
        }

        using (var damage = System.IO.File.OpenWrite(File))
        {
            damage.Position = damagedFrom;
            damage.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        var fault = Assert.Throws<InvalidDataException>(() => SqliteStateStore.Open(File));
        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
        Assert.Contains("backup", fault.Message, StringComparison.Ordinal);
    }

    private static StateKey Key(int number) => new("Desk/DeskState", $"{number}");

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Another writer's transaction, which keeps the store's own waiting.</summary>
    private HeldFile Hold() => new(Connect());

    private sealed class HeldFile : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteTransaction transaction;

        public HeldFile(SqliteConnection connection)
        {
            this.connection = connection;
            transaction = connection.BeginTransaction();
        }

        public void Rollback() => transaction.Rollback();

        public void Dispose()
        {
            transaction.Dispose();
            connection.Dispose();
        }
    }
}
