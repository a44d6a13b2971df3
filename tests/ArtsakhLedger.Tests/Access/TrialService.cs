using Alba;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

/// <summary>The service without a database, with two addresses more that only tell who writes: one of contributors, one of editors.</summary>
public sealed class TrialService : IAsyncLifetime
{
    public const string ForContributors = "/trial/facts";
    public const string RequiresEditor = "/trial/corrections";

    private readonly DatabaseLocation nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1");

    public IAlbaHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await StartAsync(nowhere);

    public static Task<IAlbaHost> StartAsync(DatabaseLocation place, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = LedgerService.BuilderFor(place);
        builder.Configuration["Access:KeyFile"] = Tokens.KeyFile;
        configure?.Invoke(builder);
        return AlbaHost.For(
            builder,
            app =>
            {
                LedgerService.Map(app);
                app.MapPost(ForContributors, (HttpContext context) => context.User.Author());
                app.MapPost(RequiresEditor, [RequiresEditor] (HttpContext context) => context.User.Author());
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await nowhere.DisposeAsync();
    }
}
