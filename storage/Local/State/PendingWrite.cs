using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Local.State;

/// <summary>One conditional write on its way through a group.</summary>
internal sealed class PendingWrite(StateKey key, long? etag, byte[]? json)
{
    private readonly TaskCompletionSource<long> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StateKey Key => key;

    public long? Etag => etag;

    public byte[]? Json => json;

    public Task<long> Outcome => outcome.Task;

    /// <summary>The row had another ETag. The rest of the group goes on.</summary>
    public bool Conflicts { get; set; }

    /// <summary>The group is durable.</summary>
    public void Committed()
    {
        if (Conflicts) outcome.SetException(new StateConflictException($"The {key} was changed by somebody else since it was read."));
        else outcome.SetResult((etag ?? 0) + 1);
    }

    public void Failed(Exception fault)
        => outcome.SetException(new StorageUnavailableException($"Writing the {key} failed, and only reading it tells whether it is stored: {fault.Message}", fault));

    /// <summary>It was not even tried.</summary>
    public void Refused(string reason) => outcome.SetException(new StorageUnavailableException($"The {key} was not written: {reason}"));
}
