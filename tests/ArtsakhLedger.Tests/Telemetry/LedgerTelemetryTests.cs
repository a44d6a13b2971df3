using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ArtsakhLedger.Serving;
using ArtsakhLedger.Telemetry;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Telemetry;

public sealed class LedgerTelemetryTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task The_ledger_measures_its_own_quantities()
    {
        var measured = new ConcurrentBag<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == LedgerTelemetry.Name)
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, string.Join(" ", tags.ToArray())))
        );
        listener.SetMeasurementEventCallback<int>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, string.Join(" ", tags.ToArray())))
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, string.Join(" ", tags.ToArray())))
        );
        listener.Start();
        await ledger.Host.RecordAsync(
            "/entities",
            """{ "id": "measured", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
            Tokens.OfContributor
        );
        var head = await ledger.Host.HeadAsync();
        for (var patience = 0; !Answered("warm") || !Answered("packed"); patience++)
        {
            patience.ShouldBeLessThan(1000);
            await ledger.Host.Scenario(scenario => scenario.Get.Url("/polities/artsakh/state?on=2006-06-02"));
            await ledger.Host.Scenario(scenario =>
            {
                scenario.Get.Url("/polities/artsakh/state?on=2006-06-01");
                // As it comes over a wire.
                scenario.ConfigureHttpContext(context =>
                    context.Features.Get<IHttpRequestFeature>()!.RawTarget = "/polities/artsakh/state?on=2006-06-01"
                );
            });
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        listener.RecordObservableInstruments();

        measured.ShouldContain(one => one.Name == "ledger.positions.appended" && one.Value == 1);
        measured.ShouldContain(one => one.Name == "ledger.append.group.size" && one.Value == 1);
        measured.ShouldContain(one => one.Name == "ledger.append.lock.held" && one.Value > 0);
        measured.ShouldContain(one => one.Name == "ledger.append.lock.wait" && one.Value > 0);
        measured.ShouldContain(one => one.Name == "ledger.states.answered" && one.Tags.Contains("facts"));
        measured.ShouldContain(one => one.Name == "ledger.states.answered" && one.Tags.Contains("packed"));
        measured.ShouldContain(one => one.Name == "ledger.reads" && one.Tags.Contains("primary"));
        measured.ShouldContain(one => one.Name == "ledger.head" && one.Value == head);
        measured.ShouldContain(one => one.Name == "ledger.polities.held" && one.Value == 1);

        bool Answered(string how) => measured.Any(one => one.Name == "ledger.states.answered" && one.Tags.Contains(how));
    }

    [Fact]
    public async Task An_append_is_traced_with_the_positions_that_it_gave()
    {
        var traced = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LedgerTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = traced.Add,
        };
        ActivitySource.AddActivityListener(listener);

        var recorded = await ledger.Host.RecordAsync(
            "/entities",
            """{ "id": "traced", "kind": "person", "names": [{ "text": "A", "language": "en" }], "reason": "x" }""",
            Tokens.OfContributor
        );

        traced.ShouldContain(activity =>
            activity.OperationName == "append"
            && Equals(activity.GetTagItem("ledger.head"), recorded["position"]!.GetValue<long>())
            && Equals(activity.GetTagItem("ledger.positions"), 1L)
        );
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:1", true)]
    public void Nothing_is_exported_unless_a_collector_is_named(string? endpoint, bool exports)
    {
        var services = new ServiceCollection();
        var configuration = WebApplication.CreateBuilder().Configuration;
        configuration[TelemetryExport.EndpointSetting] = endpoint;
        services.AddTelemetry(configuration);

        services.Any(service => service.ServiceType == typeof(MeterProvider)).ShouldBe(exports);
        services.Any(service => service.ServiceType == typeof(TracerProvider)).ShouldBe(exports);
    }
}
