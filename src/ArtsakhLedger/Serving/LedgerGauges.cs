using System.Diagnostics.Metrics;
using ArtsakhLedger.Database;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.Telemetry;

namespace ArtsakhLedger.Serving;

/// <summary>Gauges of a running service.</summary>
public sealed class LedgerGauges
{
    public LedgerGauges(IMeterFactory meters, LedgerReader ledger, Histories histories, LedgerDatabase database)
    {
        var meter = meters.Create(LedgerTelemetry.Name);
        meter.CreateObservableGauge(
            "ledger.head",
            () => ledger.LastSeenHead.Position,
            "{position}",
            "The ledger's head as this service last saw it."
        );
        meter.CreateObservableGauge(
            "ledger.polities.held",
            () => histories.Count,
            "{polity}",
            "Polities whose whole history is held packed, in memory or in a file."
        );
        if (database.Replica is { } replica)
        {
            meter.CreateObservableGauge(
                "ledger.replica.position",
                () => replica.Position,
                "{position}",
                "The last position that the replica was seen to have."
            );
        }
    }
}
