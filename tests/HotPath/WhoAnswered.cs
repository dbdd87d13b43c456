using System.Collections.Concurrent;

namespace ResultsGrid.Tests.HotPath;

/// <summary>Notes of each request whether it got as far as the routes.</summary>
internal sealed class WhoAnswered : IStartupFilter
{
    public bool LastWasRouted { get; private set; }

    /// <summary>How many did.</summary>
    public int Routed { get; private set; }

    /// <summary>The names of the threads that began to send, one for each answer.</summary>
    public ConcurrentQueue<string?> Threads { get; } = [];

    public void Forget()
    {
        (LastWasRouted, Routed) = (false, 0);
        Threads.Clear();
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, following) =>
        {
            // Before the answer leaves: whoever has it already may ask.
            http.Response.OnStarting(() =>
            {
                Threads.Enqueue(Thread.CurrentThread.Name);
                LastWasRouted = http.GetEndpoint() is not null;
                if (LastWasRouted) Routed++;
                return Task.CompletedTask;
            });
            return following(http);
        });
        next(app);
    };
}
