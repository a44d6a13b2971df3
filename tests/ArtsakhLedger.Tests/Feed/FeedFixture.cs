using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Feed;

/// <summary>Two nodes on one database with a small record.</summary>
public sealed class FeedFixture(PostgresServer server) : IAsyncLifetime
{
    private readonly TemporaryEvents events = new();

    public string ConnectionString { get; private set; } = "";

    public ListeningLedger One { get; private set; } = null!;

    public ListeningLedger Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        events.Write(
            "artsakh",
            "0001-small",
            "all.yaml",
            """
            entities:
              - { id: artsakh, kind: polity, names: [{ text: Artsakh, language: en }], reason: test }
            sources:
              - { id: gazette, csl: { type: book, title: Gazette }, excerptOnly: true, reason: test }
            facts:
              - { id: artsakh-proclaimed, type: state-proclaimed, date: "1991-09-02", citations: [{ source: gazette, quote: words }] }
            """
        );
        ConnectionString = await server.CreateDatabaseAsync();
        One = await StartAsync();
        Other = await StartAsync();
    }

    /// <summary>Starts a further node.</summary>
    public Task<ListeningLedger> StartAsync() => ListeningLedger.StartAsync(ConnectionString, events.Folder);

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
        events.Dispose();
    }
}
