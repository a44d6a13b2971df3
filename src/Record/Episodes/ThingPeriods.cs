using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.RulesOfTime.Periods;
using ArtsakhLedger.Sources;
using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>Groups everything that is told of a thing into its periods.</summary>
public sealed class ThingPeriods
{
    private readonly ThingFacts thing;
    private readonly ToldBySource told;
    private readonly Grouping grouping;
    private readonly SortedDictionary<int, EpisodeDraft> drafts = [];

    private ThingPeriods(
        ThingFacts thing,
        ToldBySource told,
        IReadOnlyList<SetAside> setAside,
        IReadOnlyList<ClaimDate> endsOfLives,
        CancellationToken cancellation
    )
    {
        (this.thing, this.told) = (thing, told);
        grouping = Grouping.Of(told.Facts, setAside, endsOfLives, cancellation);
        AddClaims();
        AddAttestations();
        AddDenials();
        ShowSetAside(setAside);
        ShowOthers();
        Episodes = [.. EpisodesOf()];
    }

    /// <summary>The periods, in order.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    /// <summary>The ends that are told of every period but the last: what a state carries ends with the lives before the last.</summary>
    public IReadOnlyList<ClaimDate> EndsButLast => [.. grouping.Told.SkipLast(1).SelectMany(period => period.Ends)];

    /// <param name="thing">All that is told of it.</param>
    /// <param name="days">How dates become days.</param>
    /// <param name="standings">How far each source is relied on.</param>
    /// <param name="setAside">The facts, or bounds of facts, that editors set aside.</param>
    /// <param name="endsOfLives">The told ends of the polity's lives but the last.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ThingPeriods Of(
        ThingFacts thing,
        DatesAsDays days,
        SourceStandings standings,
        IReadOnlyList<SetAside> setAside,
        IReadOnlyList<ClaimDate> endsOfLives,
        CancellationToken cancellation = default
    ) => new(thing, new(thing, days, standings), setAside, thing.Nature.IsCarriedByState() ? endsOfLives : [], cancellation);

    private EpisodeDraft Draft(int number) =>
        drafts.TryGetValue(number, out var draft) ? draft : drafts[number] = new(EpisodeId.Of(thing.Id, number));

    private void AddClaims()
    {
        foreach (var claim in grouping.Claims)
        {
            var draft = Draft(claim.Period);
            draft.Add(ClaimOf(claim));
            draft.Shows(claim.Facts.SelectMany(fact => told.WithRepeats(fact, claim.Source)));
            if (claim.EndsByMove)
            {
                draft.EndsByMoveOf.UnionWith(told.WithRepeats(claim.EndFact!, claim.Source));
            }
        }
    }

    private EpisodeClaim ClaimOf(PeriodClaim claim) =>
        new("", claim.Source)
        {
            Start = claim.Start is { } start ? told.Written(start) : null,
            End =
                claim.LastsUntilNext ? AnyOf(claim.StartsOfNext)
                : claim.End?.Date is { } end ? told.Written(end)
                : null,
            EndIsOpen = claim.End is { IsOpen: true },
            EndIsUndated = claim.End?.Date is { Days.IsEverything: true },
            LastsUntilNext = claim.LastsUntilNext,
            StartFacts = claim.StartFact is { } first ? told.WithRepeats(first, claim.Source) : [],
            EndFacts = claim.EndFact is { } last ? told.WithRepeats(last, claim.Source) : [],
            StartDays = claim.Start,
            EndDays = claim.End,
        };

    /// <summary>One date for several: the only one, or the days from the earliest to the latest.</summary>
    private EdtfDate? AnyOf(IEnumerable<ClaimDate> dates)
    {
        var given = dates.Select(told.Written).OfType<EdtfDate>().Distinct().ToList();
        if (given.Count < 2)
        {
            return given.Count == 0 ? null : given[0];
        }

        var (earliest, latest) = (given.Select(date => date.Earliest).ToList(), given.Select(date => date.Latest).ToList());
        var from = earliest.Contains(null) ? null : earliest.Min()?.ToString();
        var to = latest.Contains(null) ? null : latest.Max()?.ToString();
        return from is null && to is null ? null : EdtfDate.Parse($"[{from}..{to}]");
    }

    private void AddAttestations()
    {
        var attested = told.Facts.OfType<ToldAttestation>().Where(one => grouping.Attestations.ContainsKey(one.Id)).GroupBy(one => one.Id);
        foreach (var same in attested.OrderBy(same => grouping.Attestations[same.Key].Count == 0))
        {
            var attestation = AttestationOf(same.Key, same);
            var numbers = grouping.Attestations[same.Key];
            if (numbers is [var only] || (numbers.Count == 0 && drafts.Count < 2))
            {
                Draft(numbers.Count == 0 ? FirstNumber() : numbers[0]).Add(attestation);
            }
            else if (!drafts.Values.Any(draft => draft.Claims.Exists(claim => claim.EndFacts.Contains(same.Key))))
            {
                foreach (
                    var draft in drafts
                        .Where(draft => numbers.Count == 0 || numbers.Contains(draft.Key))
                        .Select(draft => draft.Value)
                        .ToList()
                )
                {
                    draft.AddLoose(attestation);
                }
            }
        }
    }

    private EpisodeAttestation AttestationOf(string fact, IEnumerable<ToldFact> bySource) =>
        new(fact, thing.Told.First(entry => entry.Entry.Fact.Id == fact).Entry.Fact.Date, [.. bySource.Select(one => one.Source)]);

    private void AddDenials()
    {
        foreach (var same in told.Facts.OfType<ToldDenial>().Where(one => grouping.Denials.ContainsKey(one.Id)).GroupBy(one => one.Id))
        {
            if (grouping.Denials[same.Key] is { } number && !(same.First().OfEnd && number < grouping.Told[^1].Number))
            {
                Draft(number).Add(DenialOf(same));
            }
        }
    }

    private static EpisodeDenial DenialOf(IEnumerable<ToldDenial> bySource) =>
        new(bySource.First().Id, bySource.First().OfEnd, [.. bySource.Select(one => one.Source)]);

    /// <summary>Shows what is set aside where it would have been told, without effect.</summary>
    private void ShowSetAside(IReadOnlyList<SetAside> setAside)
    {
        var byFact = setAside.ToLookup(aside => aside.Id);
        foreach (var fact in told.Facts)
        {
            var (start, end) = (byFact[fact.Id].Any(aside => aside.Start), byFact[fact.Id].Any(aside => aside.End));
            if (start || end)
            {
                ShowSetAside(fact, start, end);
            }
        }

        foreach (var fact in told.OnlyNoted)
        {
            ShowSetAside(fact, start: true, end: true);
        }
    }

    private void ShowSetAside(ToldFact fact, bool start, bool end)
    {
        switch (fact)
        {
            case ToldAttestation attestation:
                DraftAt(fact, attestation.From, attestation.To).SetAside(AttestationOf(fact.Id, [fact]));
                break;
            case ToldDenial denial:
                Existing(grouping.PeriodOf(denial.Of, denial.OfEnd)).SetAside(DenialOf([denial]));
                break;
            case ToldOpening opening when start:
                SetAside(fact, opening.Date, null);
                break;
            case ToldClosing closing when end:
                SetAside(fact, null, ClaimEnd.On(closing.Date));
                break;
            case ToldTerm term:
                SetAside(fact, start ? term.Start : null, end ? term.End : null);
                break;
        }
    }

    private void SetAside(ToldFact fact, ClaimDate? start, ClaimEnd? end)
    {
        var left = drafts.Values.FirstOrDefault(draft => draft.HasClaimBy(fact));
        var draft =
            left ?? DraftAt(fact, (start ?? end?.Date)?.Days ?? DayRanges.Everything, (end?.Date ?? start)?.Days ?? DayRanges.Everything);
        draft.SetAside(
            new("", fact.Source)
            {
                Start = start is null ? null : told.Written(start),
                End = end?.Date is { } date ? told.Written(date) : null,
                EndIsOpen = end is { IsOpen: true },
                EndIsUndated = end?.Date is { Days.IsEverything: true },
                StartFacts = start is null ? [] : [fact.Id],
                EndFacts = end is null ? [] : [fact.Id],
                StartDays = start,
                EndDays = end,
            },
            isLeftOf: left is not null
        );
    }

    private EpisodeDraft DraftAt(ToldFact fact, DayRanges from, DayRanges to) =>
        Existing(fact.Period ?? grouping.PeriodsAt(from, to).Cast<int?>().FirstOrDefault());

    /// <summary>A period of which something is told: what is set aside makes none, unless nothing else is told.</summary>
    private EpisodeDraft Existing(int? number) => Draft(number is { } given && drafts.ContainsKey(given) ? given : FirstNumber());

    private int FirstNumber() => drafts.Count == 0 ? 1 : drafts.Keys.First();

    /// <summary>Shows what speaks of no period with the fact that it is about, or with the first period.</summary>
    private void ShowOthers()
    {
        var entries = thing.Entries.Select(entry => entry.Fact).ToList();
        foreach (var fact in entries.Where(fact => !drafts.Values.Any(draft => draft.IsShown(fact.Id))))
        {
            var with = fact is AboutFact { Target: var target } ? drafts.Values.FirstOrDefault(draft => draft.IsShown(target)) : null;
            (with ?? Draft(FirstNumber())).Shows([fact.Id]);
        }

        foreach (var opinion in entries.OfType<AboutFact>())
        {
            foreach (var draft in drafts.Values.Where(draft => draft.IsShown(opinion.Id)))
            {
                draft.Shows([opinion.Target]);
            }
        }
    }

    private IEnumerable<Episode> EpisodesOf()
    {
        var entries = thing.Entries.ToList();
        var inferred = thing.Facts.Where(fact => fact.Entry.Fact.Inferred).Select(fact => fact.Entry.Fact.Id).ToHashSet();
        EpisodeDraft? before = null;
        foreach (var (number, draft) in drafts)
        {
            yield return draft.Finish(thing, number, entries) with
            {
                After = before?.Id,
                BeginsByMove = before is { EndsByMoveOf.Count: > 0 },
                IsOneOfSeveral = drafts.Count > 1,
                Inferred = thing.IsIdentityInferred || inferred.Any(draft.IsShown),
            };
            before = draft;
        }
    }
}
