using System.Text.Json;
using ResultsGrid.Storage.Local;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>The embedded host with the suite's grain over a real data folder, by a fake clock.</summary>
public sealed class EmbeddedHost : IGrainHostFixture
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeClock clock = new();
    private ServiceProvider services;
    private FaultyStateStore store;

    public EmbeddedHost(HostBounds bounds)
    {
        Bounds = bounds;
        (services, store) = Start();
    }

    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    public Gates Gates { get; } = new();

    public HostBounds Bounds { get; }

    public int ActivationCount => services.GetRequiredService<EmbeddedGrains>().ActivationCount;

    public async Task Restart()
    {
        await services.DisposeAsync();
        (services, store) = Start();
    }

    public Task Pass(TimeSpan time)
    {
        clock.Advance(time);
        return Task.CompletedTask;
    }

    public void FailNextWrite(bool afterStoring) => store.Faults.FailNextWrite(afterStoring);

    public void HoldNextWrite(string gate) => store.Faults.HoldNextWrite(() => Gates.Arrive(gate));

    public void FailNextReads(int count) => store.Faults.FailNextReads(count);

    public async Task Overwrite<TState>(string grain, string key, TState state)
    {
        var row = new StateKey($"{grain}/{typeof(TState).Name}", key);
        var stored = await store.Read(row);
        await store.Write(row, stored?.Etag, JsonSerializer.SerializeToUtf8Bytes(state, ContractJson.Options));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    private (ServiceProvider Services, FaultyStateStore Store) Start()
    {
        var options = new EmbeddedOptions
        {
            CallTimeout = Bounds.CallTimeout,
            MaxCallsPerGrain = Bounds.MaxCallsPerGrain,
            MaxActivations = Bounds.MaxActivations,
            IdleAge = Bounds.IdleAge,
            RoundTripContracts = true,
        };
        var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(Gates)
            .AddSingleton(SqliteStateStore.Open(folder.File("state.db")))
            .AddSingleton<FaultyStateStore>()
            .AddSingleton<IStateStore>(services => services.GetRequiredService<FaultyStateStore>())
            .AddEmbeddedGrains(options, typeof(DeskGrain))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        return (provider, provider.GetRequiredService<FaultyStateStore>());
    }
}
