using System.Collections.Concurrent;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Every message at Error or above, and every stack trace at any level.</summary>
internal sealed class LoggedFaults : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> faults = new();

    public IReadOnlyList<string> All => [.. faults];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error || (logLevel >= LogLevel.Information && exception is not null)) faults.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
