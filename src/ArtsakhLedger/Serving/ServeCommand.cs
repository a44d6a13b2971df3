using System.Net.Sockets;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Embedded;
using JasperFx.CommandLine;
using Spectre.Console;

namespace ArtsakhLedger.Serving;

public sealed class ServeInput
{
    [Description("Where to listen, such as http://localhost:5080 (the default)")]
    public string? UrlsFlag { get; set; }

    [Description("The folder of batches to import at start; by default the project's own events/")]
    public string? EventsFlag { get; set; }
}

/// <summary>Finds or starts PostgreSQL, creates the schema, imports events/ and serves.</summary>
[Description("Serve the ledger over HTTP (what the program does without a verb)", Name = "serve")]
public sealed class ServeCommand : JasperFxAsyncCommand<ServeInput>
{
    public override async Task<bool> Execute(ServeInput input)
    {
        using var interruption = new Interruption();
        DatabaseLocation place;
        try
        {
            var configuration = LedgerConfiguration.Read();
            AccessSettings.From(configuration);
            place = await DatabaseLocation.StartAsync(configuration, new Progress<string>(AnsiConsole.WriteLine), interruption.Token);
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception refused) when (refused is EmbeddedPostgresException or AccessException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return false;
        }

        await using (place)
        {
            var builder = LedgerService.BuilderFor(place);
            if (input.UrlsFlag is { } urls)
            {
                builder.WebHost.UseUrls(urls.Split(';'));
            }

            if (input.EventsFlag is { } events)
            {
                builder.Configuration["Events"] = Path.GetFullPath(events);
            }

            await using var app = builder.Build();
            LedgerService.Map(app);
            var opening = app.Services.GetRequiredService<LedgerStartup>();
            try
            {
                if (await place.StartedAsync() is { } server)
                {
                    AnsiConsole.WriteLine(server);
                }

                await app.StartAsync(interruption.Token);
            }
            catch (EmbeddedPostgresException refused)
            {
                await Console.Error.WriteLineAsync(refused.Message);
                return false;
            }
            catch (Exception refused) when (refused is OperationCanceledException or IOException or SocketException or FormatException)
            {
                await app.StopAsync(CancellationToken.None);
                if (refused is OperationCanceledException)
                {
                    return true;
                }

                await Console.Error.WriteLineAsync(
                    $"{refused.Message} Stop the program that is listening there, or choose another address with --urls."
                );
                return false;
            }

            await app.WaitForShutdownAsync(interruption.Token);
            return !opening.Failed;
        }
    }
}
