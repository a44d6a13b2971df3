using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ArtsakhLedger.Tests.Access;

/// <summary>Keeps all that is logged, down to the finest level, with every value and exception.</summary>
public sealed class KeptLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Those of them that tell of an error.</summary>
    public ConcurrentQueue<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Lines, Errors);

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<string> lines, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> named
                ? string.Join(' ', named.Select(value => $"{value.Key}={value.Value}"))
                : "";
            var line = $"{category} {formatter(state, exception)} {values} {exception}";
            lines.Enqueue(line);
            if (logLevel >= LogLevel.Error)
            {
                errors.Enqueue(line);
            }
        }
    }
}
