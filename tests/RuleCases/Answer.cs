using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.RuleCases;

/// <summary>The answer to a case: a letter for every day asked, two for every window.</summary>
public sealed record Answer(
    string Existence,
    IReadOnlyDictionary<string, string> Episodes,
    IReadOnlyDictionary<string, string> Things,
    IReadOnlyList<WindowAnswer> Windows,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Readings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Marks,
    IReadOnlyList<IReadOnlyList<string>> Contradictions,
    IReadOnlyDictionary<string, string> Basis
)
{
    /// <summary>The answer that the rules of valid time give.</summary>
    public static Answer To(Case asked)
    {
        var resolution = Resolution.Of(asked.Said);
        var days = Enumerable.Range(0, checked((int)(asked.LastDay - asked.FirstDay + 1))).Select(i => asked.FirstDay + i).ToArray();
        return new Answer(
            Letters(days.Select(day => resolution.ExistenceOn(day, asked.RecordDate))),
            resolution.Episodes.ToDictionary(
                episode => episode.Id,
                episode => Letters(days.Select(day => episode.On(day, asked.RecordDate)))
            ),
            resolution.Things.ToDictionary(thing => thing.Id, thing => Letters(days.Select(day => thing.On(day, asked.RecordDate)))),
            [.. asked.Windows.Select(window => WindowAnswer.To(window.First, window.Last, asked.RecordDate, resolution))],
            resolution
                .Lives.Concat(resolution.Episodes)
                .ToDictionary(
                    episode => episode.Id,
                    IReadOnlyList<IReadOnlyList<string>> (episode) => [.. episode.Readings.Select(reading => reading.Ids)]
                ),
            resolution.Episodes.ToDictionary(episode => episode.Id, IReadOnlyList<string> (episode) => [.. MarksOf(episode, days)]),
            [.. resolution.Contradictions.Select(Words).OrderBy(words => string.Join('\0', words), StringComparer.Ordinal)],
            resolution
                .Episodes.Select(episode =>
                    KeyValuePair.Create(episode.Id, Letters(days.Select(day => episode.BasisOn(day, asked.RecordDate))))
                )
                .Prepend(KeyValuePair.Create("existence", Letters(days.Select(day => resolution.ExistenceBasisOn(day, asked.RecordDate)))))
                .ToDictionary()
        );
    }

    /// <summary>C certain, p possible, . not, - no record.</summary>
    public static string Letters(params IEnumerable<Certainty> values) =>
        string.Concat(
            values.Select(value =>
                value switch
                {
                    Certainty.Certain => 'C',
                    Certainty.Possible => 'p',
                    Certainty.NoRecord => '-',
                    _ => '.',
                }
            )
        );

    /// <summary>The first letter that tells one basis from the others; . where there is none.</summary>
    public static string Letters(params IEnumerable<Basis?> values) =>
        string.Concat(
            values.Select(value =>
                value switch
                {
                    RulesOfTime.Basis.NotYet => 'y',
                    RulesOfTime.Basis.Disputed => 'd',
                    RulesOfTime.Basis.Outside => 'o',
                    RulesOfTime.Basis.Undated => 'u',
                    RulesOfTime.Basis.Unattested => 'n',
                    RulesOfTime.Basis.Imprecise => 'i',
                    _ => '.',
                }
            )
        );

    private static IEnumerable<string> MarksOf(ResolvedEpisode episode, long[] days)
    {
        if (episode.OutsidePolity)
            yield return "outsidePolity";
        if (days.Any(episode.UndatedOn))
            yield return "undated";
    }

    private static string[] Words(Contradiction contradiction) =>
        contradiction switch
        {
            ImpossibleClaim impossible => ["impossible", impossible.Episode, impossible.Claim],
            OutsidePolity outside => ["outsidePolity", outside.Episode],
            SeatHeldTwice seat => ["seat", seat.Episode, seat.Other],
            PeriodsOutOfOrder order => ["order", order.Earlier, order.Later],
            NothingLeft nothing => ["nothing-left", nothing.Episode],
            _ => throw new ArgumentOutOfRangeException(nameof(contradiction)),
        };
}

/// <summary>The answer to a window: throughout and at some time.</summary>
public sealed record WindowAnswer(string Existence, IReadOnlyDictionary<string, string> Episodes)
{
    internal static WindowAnswer To(long first, long last, long? recordDate, Resolution resolution) =>
        new(
            Both(resolution.ExistenceOver(first, last, recordDate)),
            resolution.Episodes.ToDictionary(episode => episode.Id, episode => Both(episode.Over(first, last, recordDate)))
        );

    private static string Both((Certainty Throughout, Certainty AtSomeTime) values) => Answer.Letters(values.Throughout, values.AtSomeTime);
}
