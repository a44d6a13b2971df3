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
    // Together with what requests may take (LedgerService), the service ends within five seconds, whatever it is doing.
    private static readonly TimeSpan TimeToDispose = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeForPostgres = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(3.5);

    public override async Task<bool> Execute(ServeInput input)
    {
        using var interruption = new Interruption();
        DatabaseLocation place;
        try
        {
            var configuration = LedgerConfiguration.Read();
            new LedgerTokens(AccessSettings.From(configuration)).RequireUsableKey();
            PublicAddress.From(configuration);
            place = await DatabaseLocation.StartAsync(
                configuration,
                TimeForPostgres,
                new Progress<string>(AnsiConsole.WriteLine),
                interruption.Token
            );
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception refused) when (refused is EmbeddedPostgresException or AccessException or SettingException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return false;
        }

        // On a machine that does everything slowly, whatever has not ended by then ends with the process.
        interruption.WhenOverdue(
            Overdue,
            () =>
            {
                place.StopAtOnce(TimeToDispose);
                Environment.Exit(0);
            }
        );
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

            var app = builder.Build();
            await using var ending = new Ending(app);
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
            catch (Exception refused)
                when (refused is OperationCanceledException or IOException or SocketException or FormatException or ArgumentException)
            {
                await app.StopAsync(CancellationToken.None);
                if (refused is OperationCanceledException)
                {
                    return true;
                }

                await Console.Error.WriteLineAsync($"{refused.Message} {WhatToDo(refused)}");
                return false;
            }

            await app.WaitForShutdownAsync(interruption.Token);
            return !opening.Failed;
        }
    }

    /// <summary>What to do about an address that cannot be listened at.</summary>
    public static string WhatToDo(Exception refused)
    {
        var inner = refused;
        while (inner is not SocketException and { InnerException: { } cause })
        {
            inner = cause;
        }

        return (inner as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "Stop the program that is listening there, or choose another address with --urls.",
            SocketError.AccessDenied => "This user may not listen there, as on most ports below 1024: choose another with --urls.",
            SocketError.AddressNotAvailable or SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                "This machine does not have that address: choose another with --urls.",
            _ => "Choose an address with --urls, such as http://localhost:5080, with a port from 0 to 65535.",
        };
    }

    /// <summary>Disposes of the service, and does not wait long for it: what has not ended by then ends with the process.</summary>
    private sealed class Ending(WebApplication app) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Task.WhenAny(Task.Run(() => app.DisposeAsync().AsTask()), Task.Delay(TimeToDispose));
    }
}
