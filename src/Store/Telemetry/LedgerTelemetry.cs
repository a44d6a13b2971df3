using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ArtsakhLedger.Telemetry;

/// <summary>The ledger's metrics and traces. Nothing is exported unless an OTLP endpoint is configured.</summary>
public static class LedgerTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "ArtsakhLedger";

    /// <summary>The source of the ledger's own traces.</summary>
    public static readonly ActivitySource Traces = new(Name);

    /// <summary>Positions that were appended.</summary>
    public static readonly Counter<long> Appended;

    /// <summary>How many callers shared a transaction.</summary>
    public static readonly Histogram<int> GroupSize;

    /// <summary>How long the writers' lock was held, including the commit.</summary>
    public static readonly Histogram<double> TimeUnderLock;

    /// <summary>How long writers waited for the lock.</summary>
    public static readonly Histogram<double> WaitForLock;

    /// <summary>Answers to state queries, by where they came from.</summary>
    public static readonly Counter<long> States;

    /// <summary>Reads of the record, by database: primary or replica.</summary>
    public static readonly Counter<long> Reads;

    private static readonly Meter Meter = new(Name);

    static LedgerTelemetry()
    {
        Appended = Meter.CreateCounter<long>("ledger.positions.appended", "{position}", "Positions that were appended.");
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

    /// <summary>Counts an answer to a state query.</summary>
    /// <param name="from">Where it came from: <c>warm</c>, an earlier answer; <c>packed</c>, a packed history; <c>facts</c>.</param>
    public static void Answered(string from) => States.Add(1, new KeyValuePair<string, object?>("from", from));

    /// <summary>Counts what one transaction appended.</summary>
    /// <param name="trace">Its activity, where it is traced.</param>
    /// <param name="callers">How many callers shared it.</param>
    /// <param name="head">The head after it.</param>
    /// <param name="positions">How many positions it appended.</param>
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
