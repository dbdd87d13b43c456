namespace ResultsGrid.Tests.Hosting;

/// <summary>A host of grains as the host suite sees it: the same tests run on every host that has one of these.</summary>
public interface IGrainHostFixture : IAsyncDisposable
{
    /// <summary>Reaches the grains of the running host; another one after a restart.</summary>
    IGrainFactory Grains { get; }

    /// <summary>Where the test and its grains meet; injected into the grains.</summary>
    Gates Gates { get; }

    HostBounds Bounds { get; }

    /// <summary>How many grains are in memory.</summary>
    int ActivationCount { get; }

    /// <summary>Stops the host and starts it again over the same store.</summary>
    Task Restart();

    /// <summary>Lets time pass for the host's timeouts and idle grains, and lets them act on it.</summary>
    Task Pass(TimeSpan time);

    /// <summary>The next write fails. It is stored or not, which its grain can't know.</summary>
    void FailNextWrite(bool afterStoring);

    /// <summary>The next write stops at the gate before it is stored.</summary>
    void HoldNextWrite(string gate);

    /// <summary>The next reads of state fail.</summary>
    void FailNextReads(int count);

    /// <summary>Somebody else changes a grain's stored state behind its back.</summary>
    /// <param name="grain">The class's name without the suffix Grain.</param>
    Task Overwrite<TState>(string grain, string key, TState state);
}
