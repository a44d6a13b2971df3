using ArtsakhLedger.Asking;
using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Contradictions;

/// <summary>The contradictions about a polity, what was set aside, and what rests on one source: a pure function of what is
/// known.</summary>
public sealed class PolityContradictions(PolityAsKnown known)
{
    private readonly Dictionary<string, Episode> episodes = known.Episodes.Concat(known.Lives).ToDictionary(episode => episode.Id);

    private readonly ILookup<string, RecordedFact> preferences = known
        .Facts.InForce.Where(recorded => recorded.Fact is ClaimPreferred)
        .SelectMany(recorded => known.ThingsOf((ClaimPreferred)recorded.Fact).Select(thing => (Thing: thing, Recorded: recorded)))
        .ToLookup(one => one.Thing, one => one.Recorded);

    /// <summary>Everything, by type and then by episode.</summary>
    public IReadOnlyList<ContradictionAnswer> All(CancellationToken cancellation = default) =>
        [
            .. from one in OfTheRules()
                .Concat(RivalReadings())
                .Concat(new UnmatchedRows(known).All())
                .Concat(Noted())
                .Concat(SetAside())
                .Concat(SingleSources())
                .CancelledBy(cancellation)
            orderby one.Type
            select one,
        ];

    private IEnumerable<ContradictionAnswer> OfTheRules() =>
        from contradiction in known.Resolution.Contradictions
        select contradiction switch
        {
            ImpossibleClaim impossible => About(ContradictionType.Impossible, [impossible.Claim], impossible.Episode),
            OutsidePolity outside => About(
                ContradictionType.OutsidePolity,
                ReadingsOf(outside.Episode, reading => reading.BeginsOutsidePolity || reading.EndsOutsidePolity),
                outside.Episode
            ),
            SeatHeldTwice seat => About(
                ContradictionType.Seat,
                [
                    .. ReadingsOf(seat.Episode, reading => reading.ClashesWith.Contains(seat.Other)),
                    .. ReadingsOf(seat.Other, reading => reading.ClashesWith.Contains(seat.Episode)),
                ],
                seat.Episode,
                seat.Other
            ),
            PeriodsOutOfOrder order => About(
                ContradictionType.Order,
                [
                    .. ReadingsOf(order.Earlier, reading => reading.ClashesWith.Contains(order.Later)),
                    .. ReadingsOf(order.Later, reading => reading.ClashesWith.Contains(order.Earlier)),
                ],
                order.Earlier,
                order.Later
            ),
            NothingLeft nothing => About(
                ContradictionType.NothingLeft,
                ReadingsOf(nothing.Episode, reading => reading.LeftWithNothing),
                nothing.Episode
            ),
            _ => throw new InvalidOperationException($"There is no word for {contradiction.GetType().Name}."),
        };

    private IEnumerable<ContradictionAnswer> RivalReadings() =>
        from resolved in known.Resolution.Lives.Concat(known.Resolution.Episodes)
        where resolved.Readings.Count > 1
        select About(ContradictionType.RivalReadings, [.. resolved.Readings.SelectMany(reading => reading.Ids).Distinct()], resolved.Id);

    private IEnumerable<ContradictionAnswer> Noted() =>
        from recorded in known.Facts.InForce
        let noted = recorded.Fact as DisagreementNoted
        where noted is not null
        select new ContradictionAnswer(ContradictionType.Noted, [], [], [.. noted.Facts.Select(fact => $"/facts/{fact}"), LinkTo(recorded)])
        {
            About = noted.About,
        };

    private IEnumerable<ContradictionAnswer> SetAside() =>
        from episode in episodes.Values
        where episode.SetAside.Count > 0
        let item = About(ContradictionType.SetAside, [.. episode.SetAside.Select(one => one.Id).Distinct()], episode.Id)
        select item with
        {
            Facts = [.. item.Facts, .. preferences[episode.Thing].Select(LinkTo)],
        };

    private IEnumerable<ContradictionAnswer> SingleSources()
    {
        var ofEpisodes =
            from episode in episodes.Values
            where episode.Facts.SelectMany(SourcesOf).Distinct().Count() < 2
            let claims = episode.Claims.Select(claim => claim.Id).Concat(episode.Attestations.Select(attestation => attestation.Fact))
            select new ContradictionAnswer(
                ContradictionType.SingleSource,
                [episode.Id],
                [.. claims],
                [.. episode.Facts.Select(LinkTo).Distinct()]
            );
        var ofFacts =
            from recorded in known.Facts.InForce
            where recorded.Fact.Citations.Count > 0 && !known.Facts.LinksOf(recorded.Fact).Any()
            where recorded.Fact is not (AboutFact or ClaimPreferred or CompletenessStated or DisagreementNoted)
            where known.Facts.OpinionsOn(recorded.Fact.Id).Prepend(recorded).SelectMany(SourcesOf).Distinct().Count() < 2
            select new ContradictionAnswer(ContradictionType.SingleSource, [], [], [LinkTo(recorded)]);
        return ofEpisodes.Concat(ofFacts);
    }

    private ContradictionAnswer About(ContradictionType type, IReadOnlyList<string> claims, params IReadOnlyList<string> of)
    {
        var ids = of.Select(known.IdOf).ToList();
        var facts =
            from claim in claims
            from id in ids
            where episodes.ContainsKey(id)
            from fact in FactsOf(episodes[id], claim)
            select $"/facts/{fact}";
        return new(type, ids, [.. claims.Distinct()], [.. facts.Distinct()]);
    }

    /// <summary>The claims of some readings; if an episode has no claims left, everything that its sources say.</summary>
    private List<string> ReadingsOf(string id, Func<ResolvedReading, bool> which)
    {
        var ids = known.Resolution[id].Readings.Where(which).SelectMany(reading => reading.Ids).Distinct().ToList();
        return ids.Count > 0 || known.Find(known.IdOf(id)) is not { } episode
            ? ids
            :
            [
                .. episode.Claims.Select(claim => claim.Id),
                .. episode.Attestations.Select(attestation => attestation.Fact),
                .. episode.Denials.Select(denial => denial.Fact),
            ];
    }

    /// <summary>The facts of a claim; an attestation or denial is itself a fact.</summary>
    private static IEnumerable<string> FactsOf(Episode episode, string id) =>
        episode.Claims.FirstOrDefault(claim => claim.Id == id) is { } claim ? claim.StartFacts.Union(claim.EndFacts)
        : episode.Attestations.Any(attestation => attestation.Fact == id) || episode.Denials.Any(denial => denial.Fact == id) ? [id]
        : [];

    private static IEnumerable<string> SourcesOf(RecordedFact recorded) => recorded.Fact.Citations.Select(citation => citation.Source);

    private static string LinkTo(RecordedFact recorded) => $"/facts/{recorded.Fact.Id}";
}
