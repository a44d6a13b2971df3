using ArtsakhLedger.Database;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ArtsakhLedger.Tests.Feed;

/// <summary>A node of a ledger that listens on a port of its own, in this process.</summary>
public sealed class ListeningLedger : IAsyncDisposable
{
    private readonly DatabaseLocation place;
    private readonly WebApplication app;

    private ListeningLedger(DatabaseLocation place, WebApplication app) =>
        (this.place, this.app, Address) = (place, app, new(app.Urls.First()));

    public Uri Address { get; }

    public static async Task<ListeningLedger> StartAsync(string connectionString, string events)
    {
        var database = DatabaseLocation.At(connectionString);
        var builder = LedgerService.BuilderFor(database);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Events"] = events;
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        builder.Configuration["Log:Key"] = LogKeys.Of(connectionString);
        var service = builder.Build();
        LedgerService.Map(service);
        await service.StartAsync();
        await service.Services.GetRequiredService<LedgerStartup>().Opened.WaitAsync(TimeSpan.FromMinutes(1));
        return new(database, service);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Appends a description of an entity, and gives its position.</summary>
    public async Task<long> AppendAsync(string id) => (
            await Get<Appender>()
                .AppendAsync(
                    new(
                        [
                            new EntityDescribed
                            {
                                Id = EntityDescribed.FactIdOf(id),
                                Entity = id,
                                Kind = EntityKind.Person,
                                Names = [new() { Text = id, Language = "en" }],
                                Reason = "test",
                            },
                        ],
                        Author.From("test", "Test"),
                        0
                    )
                )
        ).Facts[0].Position;

    /// <summary>Stops it as a signal does.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await place.DisposeAsync();
    }
}
