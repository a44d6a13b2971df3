using ArtsakhLedger.Asking;
using ArtsakhLedger.Changes;
using ArtsakhLedger.Database;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages;
using ArtsakhLedger.Pages.State;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages;

/// <summary>How much a reader has to load. A state page changes only from one day of a change to the next, so that these stand for all days.</summary>
public sealed class PageWeightTests
{
    private const int MostBytes = 60_000;

    private static readonly IServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddSingleton(new NameInUse(DatabaseLocation.None().Database, new ConfigurationBuilder().Build()))
        .BuildServiceProvider();

    private static readonly (string Batch, IReadOnlyList<RecordedFact> Facts)[] Batches = [.. Recorded()];

    public static TheoryData<string> States => [.. Batches.Select(batch => batch.Batch), "the newest"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_state_page_of_the_record_has_less_than_60_KB_on_every_day_whatever_was_known(string state)
    {
        var isNewest = state == "the newest";
        var facts = Batches
            .Take(isNewest ? Batches.Length : 1 + Array.FindIndex(Batches, batch => batch.Batch == state))
            .SelectMany(batch => batch.Facts)
            .ToLookup(fact => fact.Fact.Polity == "artsakh");
        var known = new PolityAsKnown("artsakh", [.. facts[true]], [.. facts[false]]);
        var head = new Head(known.LastTouched.Position, known.LastTouched.RecordedAt);
        var (at, sources) = (new KnownAt(head.Position, head, false, isNewest ? null : state), new SourceRegister(new([.. facts[false]])));
        var batches = Batches
            .Select(batch => new RecordedBatch(
                batch.Batch,
                batch.Facts[0].Position,
                batch.Facts[^1].Position,
                batch.Facts.Count,
                batch.Facts[0].RecordedAt,
                batch.Facts[^1].RecordedAt
            ))
            .ToList();

        var largest = (Day: "", Bytes: 0);
        var pages = 0;
        foreach (
            var day in ChangeSteps
                .Of(known, TestContext.Current.CancellationToken)
                .Days(null)
                .Select(number => Day.FromDayNumber(number).ToString())
        )
        {
            var question = StateQuestion.Parse("artsakh", day, isNewest ? null : state, null, null);
            var page = await PageRenderer.RenderAsync<StatePage, StateView>(
                StateView.Of(question, day, known, at, batches, sources, Successions.None, TestContext.Current.CancellationToken),
                ContextOf($"/polities/artsakh/state?on={day}")
            );
            largest = page.Length > largest.Bytes ? (day, page.Length) : largest;
            pages++;
        }

        pages.ShouldBeGreaterThan(50);
        largest.Bytes.ShouldBeLessThanOrEqualTo(MostBytes, $"on {largest.Day}, the largest of {pages}");
    }

    private static DefaultHttpContext ContextOf(string address) =>
        new()
        {
            RequestServices = Services,
            Request =
            {
                Scheme = "http",
                Host = new("localhost", 5080),
                Path = address.Split('?')[0],
                QueryString = new($"?{address.Split('?')[1]}"),
            },
        };

    private static IEnumerable<(string, IReadOnlyList<RecordedFact>)> Recorded()
    {
        var position = 0;
        foreach (var batch in EventsFolder.Read(Repository.Events).Batches)
        {
            yield return (
                batch.Name,
                [
                    .. batch.Entries.Select(entry => new RecordedFact(
                        ++position,
                        new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero).AddSeconds(position),
                        Importer.Author,
                        batch.Name,
                        entry.Fact
                    )),
                ]
            );
        }
    }
}
