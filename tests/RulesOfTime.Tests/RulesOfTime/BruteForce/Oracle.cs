using ArtsakhLedger.RuleCases;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>
/// The answers of the rules, found by enumerating every start and end in a finite calendar with room on both sides. Slow and plain on
/// purpose; it shares neither bounds nor pieces with the product, only the words in which cases are put.
/// </summary>
internal static class Oracle
{
    /// <summary>The answer, with one rule switched off if asked.</summary>
    public static Answer To(Case asked, Rule? off = null)
    {
        var polity = PolityOf(asked, off);
        var recordDate = off == Rule.RecordDate ? World.Never : (int)(asked.RecordDate ?? World.Never);
        var days = Enumerable.Range((int)asked.FirstDay, (int)(asked.LastDay - asked.FirstDay + 1)).ToArray();
        var allDays = asked
            .Windows.SelectMany(window => Enumerable.Range((int)window.First, (int)(window.Last - window.First) + 1))
            .Concat(days)
            .ToHashSet();
        var existence = new Existence(polity, asked.Said.Loose, recordDate, allDays, off);
        var lives = polity.Lives.ToDictionary(life => life, life => new Entry(life, polity, existence, recordDate, off));
        var entries = Array.ConvertAll(polity.Episodes, episode => new Entry(episode, polity, existence, recordDate, off));
        var bySide = entries.ToDictionary(entry => entry.Side);
        return new Answer(
            Answer.Letters(days.Select(day => existence.On(day, recordDate))),
            entries.ToDictionary(entry => entry.Id, entry => Answer.Letters(days.Select(day => entry.Over(day, day).Throughout))),
            entries
                .Where(entry => entry.Side is { Later.Count: > 0, Earlier.Count: 0 })
                .ToDictionary(
                    entry => entry.Id,
                    entry =>
                    {
                        Entry[] periods = [entry, .. entry.Side.Later.Select(period => bySide[period])];
                        return Answer.Letters(days.Select(day => entry.OfThing(periods, day)));
                    }
                ),
            [
                .. asked
                    .Windows.Select(window => ((int)window.First, (int)window.Last))
                    .Select(window => new WindowAnswer(
                        Both(existence.Over(window.Item1, window.Item2)),
                        entries.ToDictionary(entry => entry.Id, entry => Both(entry.Over(window.Item1, window.Item2)))
                    )),
            ],
            polity.All.ToDictionary(side => side.Id, ReadingsOf),
            entries.ToDictionary(entry => entry.Id, IReadOnlyList<string> (entry) => [.. entry.Marks(days)]),
            [.. polity.Contradictions.Select(words => words.Split(' '))],
            entries
                .Select(entry => KeyValuePair.Create(entry.Id, Answer.Letters(days.Select(entry.BasisOn))))
                .Prepend(
                    KeyValuePair.Create(
                        "existence",
                        Answer.Letters(days.Select(day => existence.BasisOn(day, life => lives[life].BasisIfPossible(day))))
                    )
                )
                .ToDictionary()
        );
    }

    /// <summary>The polity in a calendar with room on both sides of every day named.</summary>
    public static Polity PolityOf(Case asked, Rule? off)
    {
        var named = DaysNamed(asked).ToArray();
        var room = 4 + asked.Said.Episodes.Count + asked.Said.Lives.Count - 1;
        return new Polity(asked.Said, named.Min() - room, named.Max() + room, off);
    }

    private static IReadOnlyList<IReadOnlyList<string>> ReadingsOf(Side side) =>
        [
            .. side
                .Readings.Select(reading => reading.Items.Select(item => item.Id).Order(StringComparer.Ordinal).ToArray())
                .OrderBy(ids => string.Join('\0', ids), StringComparer.Ordinal),
        ];

    private static string Both((Certainty Throughout, Certainty AtSomeTime) values) => Answer.Letters(values.Throughout, values.AtSomeTime);

    public static IEnumerable<int> DaysNamed(Case asked)
    {
        var dates = asked
            .Said.Episodes.Select(episode => episode.Statements)
            .Concat(asked.Said.Lives.Select(life => life.Statements))
            .SelectMany(said =>
                said.Claims.SelectMany(claim => new[] { claim.Start?.Days, claim.End?.Date?.Days })
                    .Concat(said.Attestations.SelectMany(attestation => new[] { attestation.From, attestation.To }))
            );
        return dates
            .OfType<DayRanges>()
            .SelectMany(set => set.Ranges)
            .SelectMany(range => new[] { range.First, range.Last })
            .OfType<long>()
            .Concat(asked.Windows.SelectMany(window => new[] { window.First, window.Last }))
            .Append(asked.FirstDay)
            .Append(asked.LastDay)
            .Select(day => (int)day);
    }
}
