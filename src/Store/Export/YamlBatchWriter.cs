using System.Globalization;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Export;

/// <summary>Writes entries that came over HTTP as batches of files, one folder for each polity, to be reviewed, committed and imported elsewhere.</summary>
/// <param name="folder">The events folder to write to.</param>
/// <param name="name">The name of the new batches, without the number.</param>
public sealed class YamlBatchWriter(string folder, string name)
{
    /// <summary>Writes the batches.</summary>
    /// <param name="recorded">The entries that were not imported from files, in the order of their positions.</param>
    /// <param name="batches">The polities of batches that are imported already.</param>
    /// <returns>The folder of each batch and the number of its entries.</returns>
    /// <exception cref="IOException">A batch cannot be written.</exception>
    public IReadOnlyList<(string Folder, int Entries)> Write(
        IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded,
        IReadOnlyCollection<string> batches
    )
    {
        var polities = recorded.Select(one => one.Fact.Polity).OfType<string>().ToHashSet();
        var first = polities.Min(StringComparer.Ordinal) ?? BatchName.OfNoPolity;
        var number = polities.Concat(batches).Append(first).Max(polity => BatchFiles.NextNumber(folder, polity));
        return
        [
            .. from placed in Placed(recorded, (number, first))
            group placed.Entry by placed.Place into batch
            orderby batch.Key.Number, batch.Key.Polity
            select (WriteBatch(batch.Key.Polity, batch.Key.Number, [.. batch]), batch.Count()),
        ];
    }

    /// <summary>The batch of each entry. Batches are read by number, and those of one number by polity, so where a change of a description comes between
    /// the facts of two polities, what follows may need the next number.</summary>
    private static IEnumerable<((StoredEntry, Fact) Entry, (int Number, string Polity) Place)> Placed(
        IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded,
        (int Number, string Polity) start
    )
    {
        var (change, last) = (start, start);
        var ofPolity = new Dictionary<string, int>();
        foreach (var (entry, fact) in recorded)
        {
            // New descriptions are read first of all; nothing before them can be about them.
            (int Number, string Polity) place =
                fact is EntityDescribed or SourceArchived ? start
                : fact.Polity is not { } polity ? change = last
                : (
                    Math.Max(
                        ofPolity.GetValueOrDefault(polity),
                        StringComparer.Ordinal.Compare(polity, change.Polity) >= 0 ? change.Number : change.Number + 1
                    ),
                    polity
                );
            if (fact.Polity is { } of)
            {
                ofPolity[of] = place.Number;
            }

            if (
                place.Number > last.Number
                || (place.Number == last.Number && StringComparer.Ordinal.Compare(place.Polity, last.Polity) > 0)
            )
            {
                last = place;
            }

            yield return ((entry, fact), place);
        }
    }

    private string WriteBatch(string polity, int number, IReadOnlyList<(StoredEntry Entry, Fact Fact)> recorded)
    {
        var batch = Path.Combine(folder, polity, string.Create(CultureInfo.InvariantCulture, $"{number:0000}-{name}"));
        BatchFiles.Write(batch, [.. recorded.Select(one => (CommentOf(one.Entry), one.Fact))]);
        return batch;
    }

    private static string? CommentOf(StoredEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"recorded by {entry.Author.Name} ({entry.Author.Subject}) on {entry.RecordedAt.UtcDateTime:yyyy-MM-dd} at position {entry.Position}"
        );
}
