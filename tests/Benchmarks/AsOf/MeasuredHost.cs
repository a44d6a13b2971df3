using System.Collections.Concurrent;
using System.Globalization;
using ArtsakhLedger.Database;
using ArtsakhLedger.Serving;
using Benchmarks.AsOf.MariaDb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Benchmarks.AsOf;

/// <summary>The product's service in a process of its own, with the yardsticks beside it. It ends when its standard input does.</summary>
internal static class MeasuredHost
{
    public static async Task<int> RunAsync(string connectionString, string address, string mariaDb)
    {
        await using var place = DatabaseLocation.At(connectionString);
        await using var answers = new KeyedAnswers(connectionString);
        var builder = LedgerService.BuilderFor(place);
        builder.WebHost.UseUrls(address);
        builder.Configuration["Events"] = Directory.CreateTempSubdirectory("no-events-").FullName;
        builder.Services.AddSingleton(answers);
        builder.Services.AddSingleton(new MariaDbAnswers(mariaDb));
        builder.Services.ConfigureWolverine(options =>
        {
            options.ApplicationAssembly = typeof(YardstickEndpoints).Assembly;
            options.Discovery.IncludeAssembly(typeof(LedgerService).Assembly);
        });
        await using var app = builder.Build();
        LedgerService.Map(app);
        var bodies = new ConcurrentDictionary<string, byte[]>();
        app.Map(
            "/yardstick/static/{bytes:int}",
            (RequestDelegate)(
                context =>
                    PlainAnswer.WriteAsync(
                        context,
                        bodies.GetOrAdd(
                            (string)context.Request.RouteValues["bytes"]!,
                            static bytes => [.. Enumerable.Repeat((byte)' ', int.Parse(bytes, CultureInfo.InvariantCulture))]
                        )
                    )
            )
        );
        await app.StartAsync();
        while (await Console.In.ReadLineAsync() is not null) { }

        await app.StopAsync();
        return 0;
    }
}
