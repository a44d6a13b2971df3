using ArtsakhLedger.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace ArtsakhLedger.Serving;

/// <summary>Sends traces and metrics to an OpenTelemetry collector, if one is configured by the standard's own variables.</summary>
public static class TelemetryExport
{
    /// <summary>The address of the collector; without it, nothing is exported.</summary>
    public const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[EndpointSetting]))
        {
            return;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("artsakh-ledger", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString())
            )
            .WithTracing(traces => traces.AddSource(LedgerTelemetry.Name, "Microsoft.AspNetCore", "Npgsql"))
            .WithMetrics(metrics =>
                metrics.AddMeter(
                    LedgerTelemetry.Name,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "Npgsql",
                    "System.Runtime"
                )
            )
            .UseOtlpExporter();
    }
}
