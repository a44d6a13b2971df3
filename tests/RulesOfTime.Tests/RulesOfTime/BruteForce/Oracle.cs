using ArtsakhLedger.RuleCases;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.Tests.RulesOfTime.BruteForce;

/// <summary>
/// The answers that DESIGN section 2 gives, found by enumerating every start and end in a finite calendar with room on both sides. Slow
/// and plain on purpose; it shares neither bounds nor pieces with the product, only the words in which cases are put.
/// </summary>
internal static class Oracle
{
    /// <summary>The answer, with one rule switched off if asked.</summary>
    public static Answer To(Case asked, Rule? off = null)
    {
        var polity = PolityOf(asked, off);
        var recordDate = off == Rule.RecordDate ? World.Never : (int)(asked.RecordDate ?? World.Never);
        var days = Enumerable.Range((int)asked.FirstDay, (int)(asked.LastDay - asked.FirstDay + 1)).ToArray();
        var existence = new Existence(polity, recordDate, off);
        var entries = Array.ConvertAll(polity.Episodes, episode => new Entry(episode, existence.Horizon, recordDate, off));
        return new Answer(
            Answer.Letters(days.Select(day => existence.Over(day, day).Throughout)),
            entries.ToDictionary(entry => entry.Id, entry => Answer.Letters(days.Select(day => entry.Over(day, day).Throughout))),
            [
                .. asked
                    .Windows.Select(window => ((int)window.First, (int)window.Last))
                    .Select(window => new WindowAnswer(
                        Both(existence.Over(window.Item1, window.Item2)),
                        entries.ToDictionary(entry => entry.Id, entry => Both(entry.Over(window.Item1, window.Item2)))
                    )),
            ],
            polity.Episodes.Prepend(polity.Life).ToDictionary(side => side.Id, ReadingsOf),
            entries.ToDictionary(entry => entry.Id, IReadOnlyList<string> (entry) => [.. entry.Marks(days)]),
            [.. polity.Contradictions.Select(words => words.Split(' '))]
        );
    }

    /// <summary>The polity in a calendar with room on both sides of every day named.</summary>
    public static Polity PolityOf(Case asked, Rule? off)
    {
        var named = DaysNamed(asked).ToArray();
        var room = 4 + asked.Said.Episodes.Count;
        return new Polity(asked.Said, named.Min() - room, named.Max() + room, off);
    }

    /// <summary>Of all worlds, and of some, whether it held on all days of the window, or on some.</summary>
    public static Certainty Value(
        IReadOnlyCollection<World> worlds,
        int first,
        int last,
        bool throughout,
        int recordDate,
        Predicate<int> hidden
    )
    {
        var days = Enumerable.Range(first, last - first + 1).ToArray();
        bool Holds(Predicate<int> onDay) => throughout ? Array.TrueForAll(days, onDay) : Array.Exists(days, onDay);
        if (worlds.Count > 0 && worlds.All(world => Holds(day => day <= recordDate && world.HoldsOn(day))))
            return Certainty.Certain;
        return worlds.Any(world => Holds(day => !hidden(day) && world.HoldsOn(day))) ? Certainty.Possible : Certainty.Not;
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
            .Prepend(asked.Said.Lives[0].Statements)
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
