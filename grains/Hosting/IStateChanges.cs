namespace ResultsGrid.Grains.Hosting;

/// <summary>Tells those who serve states from memory which of them were written.</summary>
public interface IStateChanges
{
    /// <summary>
    /// From now on <paramref name="written"/> gets the grain key of every write of <typeparamref name="TState"/>: when it is
    /// stored, or nobody knows whether it is, and before its writer goes on. It must be quick and must not fail.
    /// </summary>
    void Subscribe<TState>(Action<string> written);

    /// <summary>
    /// From now on <paramref name="missed"/> is called when states may have been written that nobody was told of, so that
    /// whatever is kept may be old. It must be quick and must not fail.
    /// </summary>
    void SubscribeToGaps(Action missed);
}
