using ArtsakhLedger.Vocabulary;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Npgsql;

namespace ArtsakhLedger.Ledger;

/// <summary>Configures Marten: one schema, string stream identities, fixed event type names, all metadata, and no skipped errors.</summary>
public static class EventStore
{
    public const string Schema = "ledger";

    /// <summary>The header of an event that holds its position; the primary key of <c>ledger.positions</c> enforces it.</summary>
    public const string PositionHeader = "position";

    public static void Configure(StoreOptions options, NpgsqlDataSource database)
    {
        options.Connection(database);
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None; // the owner migrates, see Migration
        options.DisableNpgsqlLogging = true;
        // Sessions take part in the program's own transactions. A statement that failed has ended its transaction: trying it again can only fail
        // otherwise, and would hide why it failed at first, such as that the disk is full.
        options.ConfigureWritePolly(_ => { });
        var serializer = new FactSerializer();
        options.Serializer(serializer);

        options.Events.StreamIdentity = StreamIdentity.AsString;
        // Rich: projections and the log need the versions and timestamps before the insert.
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
            new FactProjection(serializer),
            ProjectionLifecycle.Inline,
            FactProjection.Name,
            projection => projection.DeleteDataInTableOnTeardown(FactTable.Name)
        );
    }
}
