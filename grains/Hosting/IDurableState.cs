using Orleans.Core;

namespace ResultsGrid.Grains.Hosting;

/// <summary>The storage that a host gives its grains: it can write a state without showing it first.</summary>
public interface IDurableState<TState> : IStorage<TState>
{
    /// <summary>Writes <paramref name="next"/>; <see cref="IStorage{TState}.State"/> shows it only once it is stored, also to interleaved calls.</summary>
    /// <exception cref="StateConflictException">Somebody else wrote since this state was read.</exception>
    Task Write(TState next);

    /// <summary>Nobody knows what is stored: this activation ends with its running calls, and the next one reads anew.</summary>
    void Abandon();
}
