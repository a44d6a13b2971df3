using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Facts;

/// <summary>A fact that was found, with all entries about it.</summary>
/// <param name="Position">Its place in the order of record.</param>
/// <param name="Fact">Its current content, and its place in the record.</param>
/// <param name="Known">The fact and all entries about it.</param>
public sealed record FoundFact(long Position, RecordedFact Fact, FactsAsKnown Known)
{
    /// <summary>The fact as an answer shows it.</summary>
    public JsonObject Answer() => FactAnswer.Of(Fact.Fact.Id, Known);
}

/// <summary>Finds facts in the order in which they were recorded, a few at a time, so that neither a long list nor a large ledger is held
/// in memory.</summary>
public sealed class FactSearch(ILedger ledger, EntityReader entities)
{
    /// <summary>How many facts are looked for at a time.</summary>
    public const int AtATime = 500;

    /// <summary>The facts in force that match a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="after">Only facts after this position.</param>
    /// <param name="through">The position at which they are known, at most the head.</param>
    /// <param name="atFirst">How many to look for at first; later searches look for more at a time.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async IAsyncEnumerable<FoundFact> FindAsync(
        FactFilter filter,
        long after,
        long through,
        int atFirst,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var register = (await entities.DirectoryAsync(through, cancellation)).Register;
        var search = SearchFor(filter, register);
        for (var most = Math.Min(atFirst, AtATime); ; most = AtATime)
        {
            var found = await ledger.FindAsync(search, after, through, most, cancellation);
            var known = new FactsAsKnown(await ledger.EntriesAboutAsync(found.Select(one => one.Fact), through, cancellation));
            foreach (var (position, id) in found)
            {
                if (
                    known.Find(id) is { InForce: true } fact
                    && filter.Takes(fact.Current, HappenedOn.Of(fact.Current, known).Date, register)
                )
                {
                    yield return new(position, fact.Current, known);
                }
            }

            if (found.Count < most)
            {
                yield break;
            }

            after = found[^1].Position;
        }
    }

    private static RecordSearch SearchFor(FactFilter filter, EntityRegister register)
    {
        var names = new List<string[]>();
        if (filter.Source is { } source)
        {
            names.Add([source]);
        }

        if (filter.Party is { } party)
        {
            var id = register.Canonical(party);
            names.Add([id, .. register.MergedInto(id).Select(other => other.Entity)]);
        }

        return new(filter.Polity, filter.Batch, filter.Author, names)
        {
            Type = filter.Type,
            Kind = filter.Kind,
            FirstDay = filter.Days.From?.First.DayNumber,
            LastDay = filter.Days.To?.Last.DayNumber,
        };
    }
}
