using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Tests.Epochs;

/// <summary>A grain with its state, active on one node, as a silo would host it.</summary>
internal sealed class TallyActivation(string key, StorageServer store, IStateAnnouncer announcer, Flaw flaw)
{
    private Task turn = Task.CompletedTask;
    private IDisposable? activity;
    private int value;
    private int etag;

    /// <summary>No call that begins from now on is answered by it.</summary>
    public bool IsOver { get; private set; }

    public async Task Start()
    {
        if (flaw != Flaw.RegistersAfterItRead) Register();
        await Reread();
        if (flaw == Flaw.RegistersAfterItRead) Register();
    }

    public void End()
    {
        IsOver = true;
        activity?.Dispose();
    }

    /// <summary>Interleaves with a write, like a read-only method.</summary>
    public int Value => value;

    /// <summary>Takes its turn, and then does what the calls of a grain do: nothing if it is done already.</summary>
    /// <param name="mayBegin">Throws if no call may begin here now.</param>
    public async Task Raise(int to, Action mayBegin)
    {
        var (before, mine) = (turn, new TaskCompletionSource());
        turn = mine.Task;
        await before;
        try
        {
            mayBegin();
            if (value < to) await Commit(to);
        }
        finally
        {
            mine.SetResult();
        }
    }

    private void Register() => activity = announcer.Activate<TallyState>(key, () => IsOver = IsOver || flaw != Flaw.KeepsASecondActivation);

    /// <summary>As StorageExtensions.Commit does.</summary>
    private async Task Commit(int next)
    {
        try
        {
            if (flaw == Flaw.AnnouncesBeforeItStores) await announcer.Announce<TallyState>(key);
            var written = await store.Write(key, etag, next) ?? throw new StateConflictException();
            // The next activation, perhaps on this very node, may have read before this was stored.
            if (IsOver && flaw != Flaw.AcknowledgesWhatAnOverActivationWrote) throw new IOException("It was overtaken while it wrote.");
            // Before it is announced: once it is, no call may be answered with the old value any more.
            if (flaw != Flaw.ShowsItsWriteOnlyWhenAnnounced) (value, etag) = (next, written);
            if (flaw is not (Flaw.AnnouncesBeforeItStores or Flaw.AnswersWithoutAnnouncingItsWrite)) await announcer.Announce<TallyState>(key);
            if (flaw == Flaw.ShowsItsWriteOnlyWhenAnnounced) (value, etag) = (next, written);
        }
        catch (Exception)
        {
            try
            {
                await Reread();
            }
            catch (Exception)
            {
                End();
            }

            throw;
        }
    }

    private async Task Reread()
    {
        (value, etag) = await store.Read(key);
        if (flaw != Flaw.AnswersWithoutAnnouncingWhatItRead) await announcer.Announce<TallyState>(key);
    }
}
