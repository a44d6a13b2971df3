using ArtsakhLedger.Asking;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What an answer says about one thing: the polity's existence, or one episode.</summary>
/// <param name="frame">The polity's lives and what binds them.</param>
/// <param name="recordDate">Nothing is certain after it; null to ignore that.</param>
internal sealed class Entries(PolityFrame frame, Day? recordDate)
{
    private readonly ExistenceReasons existenceReasons = new(frame, recordDate);

    /// <summary>What the entry of an episode says on a date: its statement and its details.</summary>
    public (string Statement, IReadOnlyDictionary<string, object> Details) SaidOf(KnownEpisode known, QueryDate asked)
    {
        var details = EntryDetails.Of(known.Episode, asked.Last, frame.Entities);
        var words = EntryDetails.WordsOf(frame.Names.In(known.Episode, asked), known.Episode, details, frame.Entities);
        return (known.Episode.Kind.StatementOf(words), details);
    }

    /// <summary>Whether the polity existed.</summary>
    public ThreeValues Existence(QueryDate asked)
    {
        if (asked.IsDay)
        {
            var day = asked.First.DayNumber;
            var certainty = frame.Frame.ExistenceOn(day, recordDate?.DayNumber);
            return new()
            {
                Certainty = certainty,
                Basis = frame.Frame.ExistenceBasisOn(day, recordDate?.DayNumber),
                Because = certainty == Certainty.NoRecord ? [] : existenceReasons.For(asked),
            };
        }

        var (throughout, atSomeTime) = frame.Frame.ExistenceOver(asked.First.DayNumber, asked.Last.DayNumber, recordDate?.DayNumber);
        return new()
        {
            Throughout = throughout,
            AtSomeTime = atSomeTime,
            Because = throughout == Certainty.NoRecord ? [] : existenceReasons.For(asked),
        };
    }

    /// <summary>How certain it is that an episode held on a day, and why.</summary>
    public (Certainty Certainty, Basis? Basis, IReadOnlyList<Reason> Because) OnDay(
        KnownEpisode known,
        ReasonContext context,
        QueryDate day
    ) =>
        (
            known.Resolved.On(day.First.DayNumber, recordDate?.DayNumber),
            known.Resolved.BasisOn(day.First.DayNumber, recordDate?.DayNumber),
            new EpisodeReasons(known, context, recordDate).For(day)
        );

    /// <summary>The entry of an episode; null if it did not hold.</summary>
    /// <param name="known">The episode.</param>
    /// <param name="context">The context of its reasons.</param>
    /// <param name="asked">The date.</param>
    /// <param name="other">Its entry for another date, from which everything that does not depend on the date is reused.</param>
    public Entry? Of(KnownEpisode known, ReasonContext context, QueryDate asked, Entry? other = null)
    {
        var (episode, resolved) = (known.Episode, known.Resolved);
        var (throughout, atSomeTime) = resolved.Over(asked.First.DayNumber, asked.Last.DayNumber, recordDate?.DayNumber);
        if (atSomeTime == Certainty.Not)
        {
            return null;
        }

        var (statement, details) = SaidOf(known, asked);
        var party = frame.Entities.ReferenceTo(episode.Party);
        return new()
        {
            Episode = episode.Id,
            Kind = episode.Kind.Name,
            Party = party,
            Statement = statement,
            Certainty = asked.IsDay ? throughout : null,
            Throughout = asked.IsDay ? null : throughout,
            AtSomeTime = asked.IsDay ? null : atSomeTime,
            Basis = asked.IsDay ? resolved.BasisOn(asked.First.DayNumber, recordDate?.DayNumber) : null,
            Start = other?.Start ?? ClaimedDates.StartOf(episode, resolved),
            End = other?.End ?? ClaimedDates.EndOf(episode, resolved),
            Because = new EpisodeReasons(known, context, recordDate).For(asked),
            Readings = other?.Readings ?? ClaimedDates.ReadingsOf(episode, resolved),
            LastAttested = ClaimedDates.LastAttestedOf(episode)?.ToString(),
            Undated = resolved.UndatedOn(asked.First.DayNumber) || (!asked.IsDay && resolved.UndatedOn(asked.Last.DayNumber)),
            OutsidePolity = resolved.OutsidePolity,
            Inferred = episode.Inferred,
            Details = details.Count == 0 ? null : details,
            Facts = other?.Facts ?? [.. episode.Facts.Select(recorded => $"/facts/{recorded.Fact.Id}")],
        };
    }

    /// <summary>Every day on which the entry of an episode may differ from that of the day before.</summary>
    public IEnumerable<long> ChangePoints(KnownEpisode known, ReasonContext context) =>
        known
            .Resolved.ChangePoints()
            .Concat(StatementChanges(known.Episode))
            .Concat(new EpisodeReasons(known, context, recordDate: null).ChangePoints());

    /// <summary>Days on which the statement or the details of an episode's entry may change: its phases, and other names of the polity.</summary>
    public IEnumerable<long> StatementChanges(Episodes.Episode episode) => PhaseChanges(episode).Concat(frame.Names.ChangePoints);

    /// <summary>Days on which the details of an episode's entry change: those from which facts with details count.</summary>
    public static IEnumerable<long> PhaseChanges(Episodes.Episode episode) =>
        from recorded in episode.Describing
        where
            recorded.Fact.Date?.Earliest is not null
            && (recorded.Fact.BeginsPhase() is not null || recorded.Fact.Details().Any(detail => detail.Value is not null))
        select recorded.Fact.Date!.Value.Earliest!.Value.DayNumber;
}
