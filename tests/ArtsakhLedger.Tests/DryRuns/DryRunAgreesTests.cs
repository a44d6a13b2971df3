using System.Text.RegularExpressions;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.DryRuns;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recording;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using Edtf;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.DryRuns;

/// <summary>What a dry run tells is what the append then does, on the real record: around every day that it names, and on the first day of each quarter of <see cref="Sample"/>.</summary>
public sealed partial class DryRunAgreesTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    // The dry runs of the record take their time.
    private static readonly int Draws = Sample.IsOfAll ? 40 : 12;
    private const string Polity = "artsakh";

    private static readonly string[] Dates =
    [
        "1991-09-02",
        "1992",
        "199X",
        "2012-10",
        "[..2001-07-04]",
        "XXXX-10-12",
        "2004/2006",
        "2013/..",
        "2023-09-19",
        "[1994,1998]",
    ];
    private static readonly Author Editor = Author.From("editor", "An Editor");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_and_the_append_after_it_agree_on_every_day()
    {
        var random = new Random(2024);
        var flipped = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var head = await Get<LedgerReader>().HeadAsync(Cancellation);
            var proposal = new Proposal([.. await DrawAsync(random, draw, head.Position)], Editor, head.Position);

            var told = await Get<DryRun>().OfAsync(proposal, Cancellation);
            (await Get<LedgerReader>().HeadAsync(Cancellation)).ShouldBe(head);
            var appended = await Get<Appender>().AppendAsync(proposal, Cancellation);

            told.WouldRecord.ShouldBe(appended.Facts.Select(recorded => recorded.Fact.Id));
            await Get<LedgerReader>().HeadAsync(Cancellation);
            await ShouldAgreeAsync(
                told,
                head.Position,
                appended.Facts[^1].Position,
                draw,
                $"draw {draw}: {string.Join(", ", proposal.Facts.Select(fact => fact.Id))}"
            );
            flipped += told.Flips.Count;
        }

        flipped.ShouldBeGreaterThan(Draws, "most of what is drawn changes some answer");
    }

    private T Get<T>()
        where T : notnull => ledger.Host.Services.GetRequiredService<T>();

    private async Task ShouldAgreeAsync(DryRunAnswer told, long from, long to, int draw, string what)
    {
        var before = (await Get<PolityReader>().AsKnownAsync(Polity, from, Cancellation))!.StateOf(null);
        var after = (await Get<PolityReader>().AsKnownAsync(Polity, to, Cancellation))!.StateOf(null);
        var bounds = told
            .Flips.SelectMany(flip => new[] { flip.From, flip.Until })
            .OfType<string>()
            .Select(day => Day.Parse(day).DayNumber);
        var days = bounds
            .SelectMany(day => new[] { day - 1, day, day + 1 })
            .Concat(
                Sample
                    .Of(45 * 4, every: 8, seed: draw)
                    .Select(quarter => new Day(1985 + ((quarter - 1) / 4), 1 + ((quarter - 1) % 4 * 3), 1).DayNumber)
            )
            .Distinct();
        foreach (var day in days)
        {
            var (then, now) = (CertaintiesOn(before, day), CertaintiesOn(after, day));
            told.Flips.Where(flip => Covers(flip, day))
                .Select(flip => (flip.Episode, flip.Before, flip.After))
                .Order()
                .ShouldBe(
                    (
                        from id in then.Keys.Union(now.Keys)
                        let pair = (Before: then.GetValueOrDefault(id), After: now.GetValueOrDefault(id))
                        where pair.Before != pair.After
                        select (id, pair.Before, pair.After)
                    ).Order(),
                    $"{what}, {Day.FromDayNumber(day)}"
                );
        }
    }

    [GeneratedRegex("/[0-9]+$")]
    private static partial Regex Period();

    private static bool Covers(Flip flip, long day) =>
        (flip.From is null || Day.Parse(flip.From).DayNumber <= day) && (flip.Until is null || day < Day.Parse(flip.Until).DayNumber);

    /// <summary>How surely each thing held: as surely as its surest period, whose number may change with what is known of the others.</summary>
    private static Dictionary<string, Certainty> CertaintiesOn(StateOnDate state, long day)
    {
        var held = state.On(Day.FromDayNumber(day));
        var certainties = held
            .Entries.GroupBy(entry => Period().Replace(entry.Episode, ""))
            .ToDictionary(
                thing => thing.Key,
                thing => thing.Any(entry => entry.Certainty == Certainty.Certain) ? Certainty.Certain : Certainty.Possible
            );
        certainties[$"{Polity}/existence"] = held.Existence.Certainty!.Value;
        return certainties;
    }

    private async Task<IReadOnlyList<Fact>> DrawAsync(Random random, int draw, long head)
    {
        var facts = new FactsAsKnown(await Get<LedgerReader>().FactsOfAsync(Polity, head, Cancellation))
            .All.Where(known => known.Content is not AboutFact && known.Content.EpisodeLinks().Any())
            .ToList();
        return [.. Enumerable.Range(0, random.Next(1, 3)).Select(i => Draw(random, $"drawn-{draw}-{i}", facts[random.Next(facts.Count)]))];
    }

    private static Fact Draw(Random random, string id, KnownFact target)
    {
        var about = target.Recorded.Fact.Id;
        var date = EdtfDate.Parse(Dates[random.Next(Dates.Length)]);
        Citation[] citations = [new() { Source = $"source-{random.Next(3)}", Quote = "words" }];
        return random.Next(6) switch
        {
            0 => new FactRetracted
            {
                Id = id,
                Target = about,
                Polity = Polity,
                Reason = "a slip",
            },
            1 => new FactReinstated
            {
                Id = id,
                Target = about,
                Polity = Polity,
                Reason = "it stands",
            },
            2 => new FactDenied
            {
                Id = id,
                Target = about,
                Polity = Polity,
                Citations = citations,
            },
            3 => new FactCorroborated
            {
                Id = id,
                Target = about,
                Polity = Polity,
                Date = date,
                Citations = citations,
            },
            4 when target.Content.Parties().FirstOrDefault(party => party.Id is not (null or Polity)) is { Id: { } entity } =>
                new EntitiesIdentified
                {
                    Id = id,
                    Entity = entity,
                    SameAs = "armenia",
                    Citations = citations,
                },
            _ => new FactCorrected
            {
                Id = id,
                Target = about,
                Polity = Polity,
                Content = target.Content with { Date = date },
                Reason = "a slip",
            },
        };
    }
}
