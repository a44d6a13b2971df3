using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.StateAsOf;

public sealed class DebugTests
{
    [Fact]
    public void Dump()
    {
        var record = EventsFolder
            .Read(Repository.Events)
            .Batches.SelectMany(batch => batch.Entries.Select(entry => (batch.Name, entry.Fact)))
            .Select(
                (one, i) =>
                    new RecordedFact(i + 1, DateTimeOffset.UnixEpoch.AddYears(56).AddSeconds(i), Importer.Author, one.Name, one.Fact)
            )
            .ToList();
        var known = record.ToLookup(entry => entry.Fact.Polity == "artsakh");
        var full = new PolityAsKnown("artsakh", [.. known[true]], [.. known[false]]);
        using var output = File.CreateText("/tmp/dump/new.txt");
        foreach (var e in full.Lives.Concat(full.Episodes))
        {
            var r = full.ResolvedOf(e);
            output.WriteLine($"{e.Id} [{string.Join(' ', e.Facts.Select(f => f.Fact.Id))}]");
            foreach (var c in e.Claims)
                output.WriteLine(
                    $"   {c.Id} {c.Start}|{c.End}|{(c.EndIsOpen ? ".." : "")}{(c.EndIsUndated ? "?" : "")}{(c.LastsUntilNext ? "next" : "")} {string.Join(',', c.StartFacts)} / {string.Join(',', c.EndFacts)}"
                );
            foreach (var a in e.Attestations.Concat(e.Loose))
                output.WriteLine($"   att {a.Fact} {a.Date}");
            foreach (var a in e.Denials)
                output.WriteLine($"   den {a.Fact} {a.OfEnd}");
            foreach (var a in e.SetAside)
                output.WriteLine($"   aside {a.Id} {a.Start} {a.End}");
            output.WriteLine($"   readings {string.Join(" | ", r.Readings.Select(q => string.Join(',', q.Ids)))}");
            output.WriteLine($"   {r.Final.EarliestStart} {r.Final.LatestStart} {r.Final.EarliestEnd} {r.Final.LatestEnd}");
        }
    }
}
