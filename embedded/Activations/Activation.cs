using Microsoft.Extensions.DependencyInjection;
using ResultsGrid.Embedded.Calls;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.Activations;

/// <summary>One grain in memory: its instance, its turns and its calls.</summary>
/// <remarks>
/// A call that comes while the instance ends waits here, and a new instance is made when the old one is gone: two of one
/// grain never live at once.
/// </remarks>
internal sealed class Activation(GrainIdentity id, ActivationTable table) : IActivation
{
    private readonly Lock gate = new();
    private readonly TurnScheduler turns = new();
    private readonly CallQueue calls = new();
    private Stage stage;
    private object? grain;
    private AsyncServiceScope scope;
    private long lastUsed = table.Now;

    public GrainIdentity Id => id;

    /// <summary>Timestamp of the last call's end; a lock would not make it truer to those who look for idle grains.</summary>
    public long LastUsed => Volatile.Read(ref lastUsed);

    /// <summary>Takes the call, or refuses it with its reason; false: this activation is gone, look for the next.</summary>
    public bool Accept(Call call)
    {
        lock (gate)
        {
            if (stage == Stage.Retired) return false;
            if (calls.Count >= table.Options.MaxCallsPerGrain)
            {
                call.Fail(new OverloadedException($"Grain {id} holds {calls.Count} calls already, its bound: {call.Method} was not begun."));
                return true;
            }

            if (stage == Stage.Serving && calls.TryBegin(call))
            {
                RunTurn(call);
                return true;
            }

            calls.Wait(call);
            if (stage == Stage.Vacant) Start();
            return true;
        }
    }

    /// <summary>The call's task is done: the next may begin.</summary>
    public void Ended(Call call)
    {
        lock (gate)
        {
            calls.End(call);
            Volatile.Write(ref lastUsed, table.Now);
            if (stage == Stage.Serving) BeginWaiting();
            if (stage != Stage.Ending || calls.IsRunning) return;
        }

        _ = Finish();
    }

    public void Deactivate()
    {
        lock (gate)
        {
            if (stage != Stage.Serving) return;
            stage = Stage.Ending;
            if (calls.IsRunning) return;
        }

        _ = Finish();
    }

    /// <summary>Ends the activation if no call runs or waits and none came since <paramref name="usedBefore"/>.</summary>
    /// <returns>True if it ends; whether it is gone already, only the table knows.</returns>
    public bool TryEndIdle(long usedBefore)
    {
        if (LastUsed > usedBefore) return false;
        lock (gate)
        {
            if (stage != Stage.Serving || calls.Count > 0 || lastUsed > usedBefore) return false;
            stage = Stage.Ending;
        }

        _ = Finish();
        return true;
    }

    /// <summary>Answers callers that waited too long. A running call goes on; a waiting one is dropped.</summary>
    public void FailOverdue(long limit, Func<Call, Exception> fault)
    {
        IReadOnlyList<Call> overdue;
        lock (gate)
        {
            if (calls.Count == 0) return;
            overdue = [.. calls.RunningBefore(limit), .. calls.TakeOverdue(limit)];
        }

        foreach (var call in overdue) call.Fail(fault(call));
    }

    /// <summary>Under the gate.</summary>
    private void BeginWaiting()
    {
        foreach (var call in calls.BeginWaiting()) RunTurn(call);
    }

    private void RunTurn(Call call)
        => new Task(static state => ((Turn)state!).Run(), new Turn(this, call)).Start(turns);

    /// <summary>Under the gate.</summary>
    private void Start()
    {
        stage = Stage.Starting;
        Task.Factory.StartNew(MakeGrain, CancellationToken.None, TaskCreationOptions.None, turns);
    }

    private async Task MakeGrain()
    {
        try
        {
            scope = table.NewScope();
            var activationScope = scope.ServiceProvider.GetRequiredService<ActivationScope>();
            activationScope.Activation = this;
            grain = id.Class.Create(scope.ServiceProvider);
            foreach (var state in activationScope.States) await state.ReadStateAsync();
        }
        catch (Exception fault)
        {
            await Discard();
            IReadOnlyList<Call> refused;
            lock (gate)
            {
                Retire();
                refused = calls.TakeWaiting();
            }

            foreach (var call in refused) call.Fail(fault);
            return;
        }

        lock (gate)
        {
            stage = Stage.Serving;
            Volatile.Write(ref lastUsed, table.Now);
            BeginWaiting();
        }
    }

    private async Task Finish()
    {
        await Discard();
        lock (gate)
        {
            if (calls.Count > 0) Start();
            else Retire();
        }
    }

    /// <summary>Under the gate, so that no call finds it in the table and retired for longer than a look.</summary>
    private void Retire()
    {
        stage = Stage.Retired;
        table.Remove(this);
    }

    private async ValueTask Discard()
    {
        var ended = grain;
        grain = null;
        try
        {
            if (ended is IAsyncDisposable slow) await slow.DisposeAsync();
            else if (ended is IDisposable quick) quick.Dispose();
            await scope.DisposeAsync();
        }
        catch (Exception fault)
        {
            // Nothing of a grain is lost with it: what it acknowledged is stored. But it should not have failed.
            table.ReportFailedEnd(this, fault);
        }
    }

    private sealed class Turn(Activation activation, Call call)
    {
        public void Run() => call.Begin(activation, activation.grain!);
    }
}
