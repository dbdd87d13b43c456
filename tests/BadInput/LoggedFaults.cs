using System.Collections.Concurrent;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Every message at Error or above, and every stack trace.</summary>
/// <param name="from">The level from which messages without a stack trace are kept.</param>
internal sealed class LoggedFaults(LogLevel from = LogLevel.Error) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> faults = new();

    public IReadOnlyList<string> All => [.. faults];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= from || (logLevel >= LogLevel.Information && exception is not null)) faults.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
