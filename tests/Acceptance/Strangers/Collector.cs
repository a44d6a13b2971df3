using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArtsakhLedger.Tests.Strangers;

/// <summary>Stands in for an OpenTelemetry collector: takes what is sent by OTLP over gRPC, and writes the words of it into a file, one a line.</summary>
public sealed partial class Collector : IAsyncDisposable
{
    /// <summary>An answer to a call: not compressed, and a message without fields, which says that all was taken.</summary>
    private static readonly byte[] Taken = [0, 0, 0, 0, 0];

    private readonly WebApplication app;
    private readonly Lock writing = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(0, listen => listen.Protocols = HttpProtocols.Http2));
        app = builder.Build();
        app.MapPost("/{**call}", TakeAsync);
    }

    /// <summary>What was sent so far.</summary>
    public string File { get; } = Path.GetTempFileName();

    /// <summary>Where containers on this machine reach it: under an address that is not theirs alone.</summary>
    public string AddressForContainers =>
        $"http://{AddressOfMachine()}:{new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port}";

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector.app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        System.IO.File.Delete(File);
    }

    private static IPAddress AddressOfMachine() =>
        (
            from network in NetworkInterface.GetAllNetworkInterfaces()
            where network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback
            from own in network.GetIPProperties().UnicastAddresses
            where own.Address.AddressFamily == AddressFamily.InterNetwork
            select own.Address
        ).First();

    private async Task TakeAsync(HttpContext call)
    {
        using var message = new MemoryStream();
        await call.Request.Body.CopyToAsync(message, call.RequestAborted);
        lock (writing)
        {
            System.IO.File.AppendAllLines(File, Words().Matches(Encoding.Latin1.GetString(message.ToArray())).Select(word => word.Value));
        }

        call.Response.ContentType = "application/grpc";
        await call.Response.Body.WriteAsync(Taken, call.RequestAborted);
        call.Response.AppendTrailer("grpc-status", "0");
    }

    [GeneratedRegex("[ -~]{4,}")]
    private static partial Regex Words();
}
