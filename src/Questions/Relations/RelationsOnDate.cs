using ArtsakhLedger.Asking;
using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Relations;

/// <summary>Answers what held between a polity and an entity on a date: a pure function of what is known.</summary>
internal sealed class RelationsOnDate
{
    private readonly PolityAsKnown known;
    private readonly string entity;
    private readonly QueryDate asked;
    private readonly AttestedAbsences attestedAbsences;

    /// <param name="known">The polity at one position.</param>
    /// <param name="entity">The other side, by its canonical id.</param>
    /// <param name="asked">The date.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public RelationsOnDate(PolityAsKnown known, string entity, QueryDate asked, CancellationToken cancellation = default)
    {
        (this.known, this.entity, this.asked) = (known, entity, asked);
        attestedAbsences = new(known);
        var state = known.StateOf(null);
        Entries =
        [
            .. (asked.IsDay ? state.On(asked.First, cancellation).Entries : state.Entries(asked, cancellation))
                .Where(IsBetween)
                .Select(WithRivals),
        ];
    }

    /// <summary>What held, certainly or possibly. A statement that it did not is a rival, and is listed among the reasons.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Recognition in one direction.</summary>
    /// <param name="direction"><see cref="EpisodeKind.RecognitionBy"/> where the entity recognises, <see cref="EpisodeKind.RecognitionOf"/> where the polity does.</param>
    public RecognitionAnswer Recognition(EpisodeKind direction)
    {
        if ((Recognised(direction) ?? Ended(direction)) is { } answer)
        {
            return answer;
        }

        var against = SpeakAgainst(direction.Name).ToList();
        return new()
        {
            Status = against.Count > 0 ? RecognitionStatus.AttestedNot : RecognitionStatus.NoRecord,
            Because = [.. against.SelectMany(recorded => ReasonsOf(recorded))],
            Facts = [.. against.Select(LinkTo)],
        };
    }

    /// <summary>What else sources say did not exist: kinds without an entry.</summary>
    public IReadOnlyList<AbsenceAnswer> Absences() =>
        [
            .. from recorded in attestedAbsences.StatementsAgainst(null, entity, asked)
            group recorded by ((CompletenessStated)recorded.Fact).Kind into kind
            where kind.Key != EpisodeKind.RecognitionBy.Name && kind.Key != EpisodeKind.RecognitionOf.Name
            where !Entries.Any(entry => IsRivalled(entry, kind.Key))
            select new AbsenceAnswer(kind.Key, [.. kind.SelectMany(ReasonsOf)], [.. kind.Select(LinkTo)]),
        ];

    /// <summary>Facts up to then with an unnamed party that the entity could be.</summary>
    public IReadOnlyList<RecordedFact> MayBe() =>
        [
            .. from recorded in known.Facts.InForce
            where recorded.Fact is not CompletenessStated && recorded.Fact.Parties().Any(party => party.MayBe.Any(Is))
            where recorded.Fact.Date?.Earliest is not { } earliest || earliest <= asked.Last
            select recorded,
        ];

    private static string LinkTo(RecordedFact recorded) => $"/facts/{recorded.Fact.Id}";

    private bool Is(string id) => known.Entities.Canonical(id) == entity;

    /// <summary>Whether the entity is one of the two sides or takes part. A party that an act merely calls on does not.</summary>
    private bool IsBetween(Entry entry) =>
        entry.Party.Id == entity
        || (entry.Details ?? new Dictionary<string, object>()).Any(detail =>
            detail.Key != "urged"
            && detail.Value switch
            {
                EntityReference one => one.Id == entity,
                object[] several => several.OfType<EntityReference>().Any(one => one.Id == entity),
                _ => false,
            }
        );

    private Entry WithRivals(Entry entry)
    {
        var rivals =
            from recorded in SpeakAgainst(entry.Kind)
            where IsRivalled(entry, entry.Kind)
            select new Reason(Rule.Rival, null, recorded.Fact.Date?.ToString(), recorded.Fact.Id);
        return entry with { Because = [.. entry.Because, .. rivals] };
    }

    /// <summary>Whether statements about a kind apply: they are about the polity's own relations, not those of a team or town.</summary>
    private bool IsRivalled(Entry entry, string kind) =>
        entry.Kind == kind && entry.Party.Id == entity && known.Find(entry.Episode) is { } episode && episode.Nature == episode.Kind.Nature;

    private IEnumerable<RecordedFact> SpeakAgainst(string kind)
    {
        var statements = attestedAbsences.StatementsAgainst(kind, entity, asked);
        var direction =
            kind == EpisodeKind.RecognitionBy.Name ? EpisodeKind.RecognitionBy
            : kind == EpisodeKind.RecognitionOf.Name ? EpisodeKind.RecognitionOf
            : null;
        return direction is null
            ? statements
            : attestedAbsences
                .PositionsAgainst(direction, entity, asked)
                .Where(position => !IsOver(position, direction))
                .Concat(statements);
    }

    /// <summary>Whether a position has ended because recognition has certainly begun since.</summary>
    private bool IsOver(RecordedFact position, EpisodeKind direction) =>
        PeriodsOf(direction)
            .Any(period =>
                known.ResolvedOf(period).Final is { MayNotHaveHappened: false, LatestStart: { } begun }
                && begun <= asked.First.DayNumber
                && position.Fact.Date?.Latest is { } stated
                && stated.DayNumber <= begun
            );

    /// <summary>A thing holds as surely as its surest period.</summary>
    private RecognitionAnswer? Recognised(EpisodeKind direction)
    {
        var entries = Entries.Where(entry => entry.Kind == direction.Name && entry.Party.Id == entity).ToList();
        if (PeriodsOf(direction) is not [var first, ..] || entries.Count == 0)
        {
            return null;
        }

        if (known.ResolvedThing(first.Thing) is not { } thing)
        {
            return AnswerOf(entries[0]);
        }

        var recordDate = known.RecordDate.DayNumber;
        var (throughout, atSomeTime) = thing.Over(asked.First.DayNumber, asked.Last.DayNumber, recordDate);
        var surest = entries.OrderBy(entry => entry.Certainty ?? entry.Throughout).ThenBy(entry => entry.AtSomeTime).Last();
        return AnswerOf(surest) with
        {
            Certainty = asked.IsDay ? throughout : null,
            Throughout = asked.IsDay ? null : throughout,
            AtSomeTime = asked.IsDay ? null : atSomeTime,
            Basis = asked.IsDay ? thing.BasisOn(asked.First.DayNumber, recordDate) : null,
            Facts = [.. entries.SelectMany(entry => entry.Facts).Distinct()],
        };
    }

    private static RecognitionAnswer AnswerOf(Entry entry) =>
        new()
        {
            Status = RecognitionStatus.Recognised,
            Certainty = entry.Certainty,
            Throughout = entry.Throughout,
            AtSomeTime = entry.AtSomeTime,
            Basis = entry.Basis,
            Because = entry.Because,
            Facts = entry.Facts,
        };

    /// <summary>The end of the last period that may be over, where none holds or may hold.</summary>
    private RecognitionAnswer? Ended(EpisodeKind direction)
    {
        var day = asked.First.DayNumber;
        var over = PeriodsOf(direction)
            .Select(known.Known)
            .Where(one => one.Resolved.Final is { MayHaveHappened: true, NeverEnds: false } stage && !(stage.EarliestEnd > day))
            .ToList();
        if (over.Count == 0)
        {
            return null;
        }

        var certain = over.FindLast(one =>
            one.Resolved.Final is { MayNotHaveHappened: false, MayNeverEnd: false } stage && stage.LatestEnd <= day
        );
        return new()
        {
            Status = RecognitionStatus.Ended,
            Certainty = certain is null ? Certainty.Possible : Certainty.Certain,
            Because = BoundReasons.OfItsEnd(certain ?? over[^1], known.Frame.Lives),
            Facts = [.. over.SelectMany(one => one.Episode.Facts).Select(LinkTo).Distinct()],
        };
    }

    private IEnumerable<Reason> ReasonsOf(RecordedFact recorded)
    {
        yield return new(
            recorded.Fact is CompletenessStated ? Rule.Claim : Rule.Attestation,
            null,
            recorded.Fact.Date?.ToString(),
            recorded.Fact.Id
        );
        foreach (var denial in known.Facts.OpinionsOn(recorded.Fact.Id).Where(opinion => opinion.Fact is FactDenied))
        {
            yield return new(Rule.Denial, null, null, denial.Fact.Id);
        }
    }

    private IReadOnlyList<Episode> PeriodsOf(EpisodeKind direction) =>
        [.. known.Episodes.Where(episode => episode.Kind == direction && episode.Party == entity)];
}
