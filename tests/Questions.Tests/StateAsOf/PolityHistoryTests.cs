using System.Text;
using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.PackedHistories;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Vocabulary;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>The packed history of a polity answers as a fresh reading of its facts does, byte by byte, at the positions of <see cref="Sample"/>.</summary>
public sealed class PolityHistoryTests
{
    private static readonly Day[] Days =
    [
        .. "1890-01-01 1991-09-02 1993-05-31 1995-06-02 1996-10-12 1998-12-31 2004-01-01 2026-01-30 2026-02-20 2027-06-01 2100-01-01"
            .Split(' ')
            .Select(day => Day.Parse(day)),
    ];

    [Fact]
    public void A_packed_history_answers_as_the_facts_do_at_every_position()
    {
        foreach (var seed in Enumerable.Range(1, 120))
        {
            var record = GeneratedRecord.Of(seed, 30);
            var history = HistoryOf(GeneratedRecord.Polity, record);
            foreach (var position in Sample.Of(record.Count, every: 5, seed))
            {
                ShouldAnswerAs(history, GeneratedRecord.Polity, record, position, [Days[(seed + position) % Days.Length]], $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Days_from_a_horizon_after_the_record_date_on_are_on_record()
    {
        // Its tenth entry is of 2026 and seats an institution on 1 May 2027, before which nothing is on record.
        var record = GeneratedRecord.Of(77, 30);

        ShouldAnswerAs(HistoryOf(GeneratedRecord.Polity, record), GeneratedRecord.Polity, record, 10, Days, "a later horizon");
    }

    [Fact]
    public void Reasons_come_in_the_order_of_record_though_a_fact_turned_out_to_be_the_same_act_as_a_later_one()
    {
        // The first fact of a minister's term is told as another word for one that was recorded after another minister's.
        var record = GeneratedRecord.Of(1300, 30);

        ShouldAnswerAs(HistoryOf(GeneratedRecord.Polity, record), GeneratedRecord.Polity, record, 24, Days, "another order");
    }

    [Fact]
    public void The_real_record_is_answered_the_same_from_its_packed_history_at_every_position()
    {
        var facts = EventsFolder
            .Read(Repository.Events)
            .Batches.SelectMany(batch => batch.Entries.Select(entry => (batch.Name, entry.Fact)))
            .ToList();
        var record = facts
            .Select(
                (one, i) =>
                    new RecordedFact(i + 1, DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(i), Importer.Author, one.Name, one.Fact)
            )
            .ToList();
        var history = HistoryOf("artsakh", record);
        Day[] days = [.. Enumerable.Range(1988, 40).SelectMany(year => new[] { new Day(year, 1, 1), new Day(year, 6, 15) })];
        foreach (var position in Sample.Of(record.Count, every: 7, seed: 0))
        {
            ShouldAnswerAs(
                history,
                "artsakh",
                record,
                position,
                position == record.Count ? days : [Days[position % Days.Length]],
                "the record"
            );
        }
    }

    [Fact]
    public void A_history_that_grew_step_by_step_is_that_of_all_its_entries()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var record = GeneratedRecord.Of(seed, 40);
            var growing = new HistoryBuilder(GeneratedRecord.Polity);
            var compared = Sample.Of(record.Count, every: 5, seed).ToHashSet();
            for (var position = 1; position <= record.Count; position++)
            {
                growing.Append(record[position - 1]);
                var history = growing.Build(position).ShouldNotBeNull();
                if (compared.Contains(position))
                {
                    ShouldAnswerAs(history, GeneratedRecord.Polity, record, position, [Days[position % Days.Length]], $"seed {seed}");
                }
            }
        }
    }

    [Fact]
    public void A_history_in_a_file_answers_as_the_one_in_memory_did()
    {
        var records = Enumerable.Range(1, 12).Select(seed => GeneratedRecord.Of(seed, 30)).ToList();
        var histories = records.Select(record => HistoryOf(GeneratedRecord.Polity, record).ToFile()).ToList();

        foreach (var (record, history) in records.Zip(histories))
        {
            history.IsInMemory.ShouldBeFalse();
            foreach (var position in Sample.Of(record.Count, every: 5, seed: 0))
            {
                ShouldAnswerAs(history, GeneratedRecord.Polity, record, position, [Days[position % Days.Length]], "in a file");
            }
        }
    }

    private static PolityHistory HistoryOf(string polity, IEnumerable<RecordedFact> record)
    {
        var making = new HistoryBuilder(polity);
        foreach (var entry in record)
        {
            making.Append(entry);
        }

        return making.Build(0).ShouldNotBeNull();
    }

    private static void ShouldAnswerAs(
        PolityHistory history,
        string polity,
        IEnumerable<RecordedFact> record,
        int position,
        IEnumerable<Day> days,
        string where
    )
    {
        var known = record.Where(entry => entry.Position <= position).ToLookup(entry => entry.Fact.Polity == polity);
        var head = history.HeadAt(position);
        if (!known[true].Any())
        {
            head.ShouldBeNull();
            return;
        }

        var reference = new PolityAsKnown(polity, [.. known[true]], [.. known[false]]);
        foreach (var day in days)
        {
            foreach (var kind in new[] { null, position % 2 == 0 ? EpisodeKind.ForeignMinister : EpisodeKind.Office })
            {
                var question = new StateQuestion(polity, QueryDate.Of(day), null, kind);
                using var sink = new JsonBuffer();
                history.Write(sink, question, head.ShouldNotBeNull());
                var (packed, expected) = (
                    Encoding.UTF8.GetString(sink.Written.Span),
                    JsonSerializer.Serialize(question.Answer(reference), FactJson.Options)
                );
                if (packed != expected)
                {
                    var from = Math.Max(0, packed.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count() - 300);
                    packed[from..].ShouldBe(expected[from..], $"{where}, position {position}, {day}, from character {from} on");
                }
            }
        }
    }
}
