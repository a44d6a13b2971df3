using ArtsakhLedger.Vocabulary;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>How the ledger uses Marten: one schema, string streams, pinned event names, all metadata, and nothing skipped.</summary>
public static class EventStore
{
    public const string Schema = "ledger";

    /// <summary>The header of an event that holds its position; the ledger's own table holds the same and fences it.</summary>
    public const string PositionHeader = "position";

    public static void Configure(StoreOptions options, NpgsqlDataSource database)
    {
        options.Connection(database);
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None; // the owner migrates, see Migration
        options.DisableNpgsqlLogging = true;
        var serializer = new FactSerializer();
        options.Serializer(serializer);

        options.Events.StreamIdentity = StreamIdentity.AsString;
        // Rich: versions and timestamps are known before the insert, so that projections and the log can use them.
        options.Events.AppendMode = EventAppendMode.Rich;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.UserNameEnabled = true;
        foreach (var type in FactType.All)
        {
            options.Events.MapEventType(type.Type, type.Name);
        }

        foreach (var errors in new[] { options.Projections.Errors, options.Projections.RebuildErrors })
        {
            errors.SkipApplyErrors = false;
            errors.SkipSerializationErrors = false;
            errors.SkipUnknownEvents = false;
        }

        options.Projections.Add(
            new FactRows(serializer),
            ProjectionLifecycle.Inline,
            FactRows.Name,
            projection => projection.DeleteDataInTableOnTeardown(FactTable.Name)
        );
    }
}
