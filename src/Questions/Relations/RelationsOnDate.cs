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
        if (Entries.FirstOrDefault(entry => entry.Kind == direction.Name && entry.Party.Id == entity) is { } entry)
        {
            return new()
            {
                Status = RecognitionStatus.Recognised,
                Certainty = entry.Certainty,
                Throughout = entry.Throughout,
                AtSomeTime = entry.AtSomeTime,
                Basis = entry.Basis,
                Because = entry.Because,
                Facts = entry.Facts,
            };
        }

        if (Ended(direction) is { } ended)
        {
            return ended;
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
        entry.Kind == kind && entry.Party.Id == entity && EpisodeOf(entry.Episode) is { } episode && episode.Nature == episode.Kind.Nature;

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
        Resolved(direction)?.Final is { MayNotHaveHappened: false, LatestStart: { } begun }
        && begun <= asked.First.DayNumber
        && position.Fact.Date?.Latest is { } stated
        && stated.DayNumber <= begun;

    private RecognitionAnswer? Ended(EpisodeKind direction)
    {
        if (
            Resolved(direction) is not { Final: { MayHaveHappened: true, NeverEnds: false } stage } resolved
            || (stage.EarliestEnd is { } earliest && earliest > asked.First.DayNumber)
        )
        {
            return null;
        }

        var episode = known.EpisodeOf(resolved);
        var isCertain = !stage.MayNotHaveHappened && !stage.MayNeverEnd && stage.LatestEnd <= asked.First.DayNumber;
        return new()
        {
            Status = RecognitionStatus.Ended,
            Certainty = isCertain ? Certainty.Certain : Certainty.Possible,
            Because = BoundReasons.OfItsEnd(known.Known(resolved), known.Frame.Life),
            Facts = [.. episode.Facts.Select(LinkTo)],
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

    private ResolvedEpisode? Resolved(EpisodeKind direction) =>
        known.Resolution.Episodes.FirstOrDefault(resolved =>
            known.EpisodeOf(resolved) is var episode && episode.Kind == direction && episode.Party == entity
        );

    private Episode? EpisodeOf(string id) => known.Episodes.FirstOrDefault(episode => episode.Id == id);
}
