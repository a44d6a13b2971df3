using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using Day = Edtf.Day;
using Episode = ArtsakhLedger.Episodes.Episode;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Answers what held of a polity on a date, how surely, and why: a pure function of what is known.</summary>
public sealed class StateOnDate
{
    private readonly PolityAsKnown known;
    private readonly Day recordDate;
    private readonly EpisodeKind? kind;
    private readonly Reasons reasons;
    private readonly UnchangedRuns runs;

    /// <param name="known">The polity at one position. Nothing is certain after the date on which it was recorded.</param>
    /// <param name="kind">Only episodes of this kind; null for all.</param>
    public StateOnDate(PolityAsKnown known, EpisodeKind? kind)
    {
        var recordedAt = known.LastTouched.RecordedAt.UtcDateTime;
        recordDate = new(recordedAt.Year, recordedAt.Month, recordedAt.Day);
        (this.known, this.kind) = (known, kind);
        reasons = new(known, recordDate);
        runs = new(
            [.. known.Resolution.ChangePoints.Append(recordDate.Number + 1).Concat(PhaseChanges()).Distinct().Order()],
            day => (Existence(AskedDate.Of(day)), Entries(AskedDate.Of(day))));
    }

    /// <summary>What held on a day, and how long that stays so.</summary>
    public HeldOnDay On(Day day) => runs.On(day);

    /// <summary>Whether the polity existed.</summary>
    public ThreeValues Existence(AskedDate asked)
    {
        var resolution = known.Resolution;
        if (asked.IsDay)
        {
            var day = asked.First.Number;
            var certainty = resolution.ExistenceOn(day, recordDate.Number);
            return new() { Certainty = certainty, Because = certainty == Certainty.NoRecord ? [] : reasons.For(resolution.Life, day) };
        }

        var (throughout, atSomeTime) = resolution.ExistenceOver(asked.First.Number, asked.Last.Number, recordDate.Number);
        return new()
        {
            Throughout = throughout,
            AtSomeTime = atSomeTime,
            Because = throughout == Certainty.NoRecord ? [] : reasons.ForBoth(resolution.Life, asked),
        };
    }

    /// <summary>Everything that held or may have held, in the order of kinds, then of admissible starts, then of ids.</summary>
    public IReadOnlyList<Entry> Entries(AskedDate asked) =>
    [
        .. from resolved in known.Resolution.Episodes
           let episode = known.EpisodeOf(resolved)
           where kind is null || episode.Kind == kind
           let values = ValuesOf(resolved, asked)
           where values.Held
           orderby episode.Kind.Order, resolved.Final.EarliestStart ?? long.MinValue, episode.Id
           select EntryOf(episode, resolved, asked, values),
    ];

    private (Certainty? Day, Certainty? Throughout, Certainty? AtSomeTime, bool Held) ValuesOf(ResolvedEpisode resolved, AskedDate asked)
    {
        if (asked.IsDay)
        {
            var certainty = resolved.On(asked.First.Number, recordDate.Number);
            return (certainty, null, null, certainty != Certainty.Not);
        }

        var (throughout, atSomeTime) = resolved.Over(asked.First.Number, asked.Last.Number, recordDate.Number);
        return (null, throughout, atSomeTime, atSomeTime != Certainty.Not);
    }

    private Entry EntryOf(
        Episode episode, ResolvedEpisode resolved, AskedDate asked, (Certainty? Day, Certainty? Throughout, Certainty? AtSomeTime, bool Held) values)
    {
        var details = EntryDetails.Of(episode, asked.Last, known.Entities);
        var party = known.Entities.Refer(episode.Party);
        return new()
        {
            Episode = episode.Id,
            Kind = episode.Kind.Name,
            Party = party,
            Statement = episode.Kind.StatementOf(new(known.Polity.Name, party.Name, EntryDetails.InWords(details))),
            Certainty = values.Day,
            Throughout = values.Throughout,
            AtSomeTime = values.AtSomeTime,
            Start = ClaimedDates.StartOf(episode, resolved),
            End = ClaimedDates.EndOf(episode, resolved),
            Because = asked.IsDay ? reasons.For(resolved, asked.First.Number) : reasons.ForBoth(resolved, asked),
            Readings = ClaimedDates.ReadingsOf(episode, resolved),
            LastAttested = ClaimedDates.LastAttestedOf(episode, known.SetAside.In(episode.Id))?.ToString(),
            Undated = resolved.UndatedOn(asked.First.Number) || (!asked.IsDay && resolved.UndatedOn(asked.Last.Number)),
            OutsidePolity = resolved.OutsidePolity,
            Inferred = episode.Inferred,
            Details = details.Count == 0 ? null : details,
            Facts = [.. episode.Facts.Select(recorded => $"/facts/{recorded.Fact.Id}")],
        };
    }

    /// <summary>Days asked which the details of an entry change: facts after the first that say more than a date.</summary>
    private IEnumerable<long> PhaseChanges() =>
        from episode in known.Episodes
        from recorded in episode.Facts
        where recorded.Fact.Date?.Earliest is not null && recorded.Fact.Details().Any(detail => detail.Value is not null)
        select recorded.Fact.Date!.Value.Earliest!.Value.Number;
}
