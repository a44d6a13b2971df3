using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ArtsakhLedger.Telemetry;

/// <summary>What the ledger measures of itself, in its own quantities. Nothing is exported unless an OTLP endpoint is configured.</summary>
public static class LedgerTelemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "ArtsakhLedger";

    /// <summary>Traces of what the ledger does, beside those of requests and statements.</summary>
    public static readonly ActivitySource Traces = new(Name);

    /// <summary>Positions that were given.</summary>
    public static readonly Counter<long> Appended;

    /// <summary>How many callers shared a transaction.</summary>
    public static readonly Histogram<int> GroupSize;

    /// <summary>How long the writers' lock was held, its transaction's commit included.</summary>
    public static readonly Histogram<double> TimeUnderLock;

    /// <summary>How long the writers' lock was waited for.</summary>
    public static readonly Histogram<double> WaitForLock;

    /// <summary>States as of a date that were answered: out of what.</summary>
    public static readonly Counter<long> States;

    /// <summary>Reads of the record: from the database or a replica of it.</summary>
    public static readonly Counter<long> Reads;

    private static readonly Meter Meter = new(Name);

    static LedgerTelemetry()
    {
        Appended = Meter.CreateCounter<long>("ledger.positions.appended", "{position}", "Positions that were given.");
        GroupSize = Meter.CreateHistogram<int>("ledger.append.group.size", "{caller}", "How many callers shared a transaction.");
        TimeUnderLock = Meter.CreateHistogram<double>(
            "ledger.append.lock.held",
            "s",
            "How long the writers' lock was held, its transaction's commit included."
        );
        WaitForLock = Meter.CreateHistogram<double>("ledger.append.lock.wait", "s", "How long the writers' lock was waited for.");
        States = Meter.CreateCounter<long>(
            "ledger.states.answered",
            "{answer}",
            "States as of a date that were answered; `from` says out of what: warm, packed or facts."
        );
        Reads = Meter.CreateCounter<long>("ledger.reads", "{read}", "Reads of the record; `database` says from which: primary or replica.");
    }

    /// <summary>Counts a state that was answered.</summary>
    /// <param name="from">Out of what: <c>warm</c>, an answer that was given before; <c>packed</c>, a packed history; <c>facts</c>.</param>
    public static void Answered(string from) => States.Add(1, new KeyValuePair<string, object?>("from", from));

    /// <summary>Counts what one transaction appended.</summary>
    /// <param name="trace">The span of it, where it is traced.</param>
    /// <param name="callers">How many callers shared it.</param>
    /// <param name="head">The head that it left.</param>
    /// <param name="positions">How many positions it gave.</param>
    /// <param name="waited">How long it waited for the lock.</param>
    /// <param name="held">How long it held the lock.</param>
    public static void Committed(Activity? trace, int callers, long head, long positions, TimeSpan waited, TimeSpan held)
    {
        Appended.Add(positions);
        GroupSize.Record(callers);
        WaitForLock.Record(waited.TotalSeconds);
        TimeUnderLock.Record(held.TotalSeconds);
        trace?.SetTag("ledger.head", head).SetTag("ledger.positions", positions).SetTag("ledger.group.size", callers);
    }

    /// <summary>Counts a read.</summary>
    public static void Read(string database) => Reads.Add(1, new KeyValuePair<string, object?>("database", database));
}
