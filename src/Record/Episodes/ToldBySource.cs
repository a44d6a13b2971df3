using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.RulesOfTime.Periods;
using ArtsakhLedger.Sources;
using Edtf;

namespace ArtsakhLedger.Episodes;

/// <summary>What each source tells of a thing, as the grouping into periods takes it. A copy of another source tells what that one does, once; what a source
/// tells that is only noted is kept apart.</summary>
internal sealed class ToldBySource
{
    private static readonly ClaimDate Undated = new(DayRanges.Everything);

    private readonly DatesAsDays days;
    private readonly Dictionary<ClaimDate, EdtfDate> written = new(ReferenceEqualityComparer.Instance);
    private readonly List<ToldFact> facts = [];
    private readonly List<ToldFact> onlyNoted = [];
    private readonly Dictionary<(string Fact, string Source), List<string>> repeats = [];

    /// <param name="thing">All that is told of the thing.</param>
    /// <param name="days">How dates become days.</param>
    /// <param name="standings">How far each source is relied on.</param>
    public ToldBySource(ThingFacts thing, DatesAsDays days, SourceStandings standings)
    {
        this.days = days;
        var tellings = (
            from entry in thing.Told
            from source in SourcesOf(entry.Entry.Fact, standings)
            select new Telling(entry.Entry.Fact, entry.Link, source)
        ).ToList();
        var originals = tellings
            .Where(telling => !telling.IsOfCopy)
            .GroupBy(telling => telling.Said)
            .ToDictionary(same => same.Key, same => same.First().Fact.Id);
        foreach (var telling in tellings)
        {
            if (telling.IsOfCopy && !originals.TryAdd(telling.Said, telling.Fact.Id))
            {
                var original = originals[telling.Said];
                (repeats.TryGetValue((original, telling.Source), out var found) ? found : repeats[(original, telling.Source)] = []).Add(
                    telling.Fact.Id
                );
            }
            else
            {
                (standings.IsOnlyNoted(telling.Source) ? onlyNoted : facts).Add(Told(telling));
            }
        }

        foreach (var (denial, of) in thing.Denials)
        {
            var ofEnd = denial.Fact is Corrections.FactDenied { Denies: Corrections.Denied.End } || of.Link.Role == EpisodeRole.Closes;
            foreach (var source in SourcesOf(denial.Fact, standings))
            {
                (standings.IsOnlyNoted(source) ? onlyNoted : facts).Add(new ToldDenial(denial.Fact.Id, source, of.Entry.Fact.Id, ofEnd));
            }
        }
    }

    /// <summary>What counts, in the order of record; one fact of several sources once for each.</summary>
    public IReadOnlyList<ToldFact> Facts => facts;

    /// <summary>What sources tell that are only noted, in the order of record.</summary>
    public IReadOnlyList<ToldFact> OnlyNoted => onlyNoted;

    /// <summary>A date as the source writes it; null if it is undated.</summary>
    public EdtfDate? Written(ClaimDate date) => written.TryGetValue(date, out var given) ? given : null;

    /// <summary>A fact, with those in which copies of its source say the same.</summary>
    public IReadOnlyList<string> WithRepeats(string fact, string source) => [fact, .. repeats.GetValueOrDefault((fact, source), [])];

    private static IEnumerable<string> SourcesOf(Fact fact, SourceStandings standings) =>
        fact.Sources().Select(standings.OriginalOf).Distinct();

    private ToldFact Told(Telling telling)
    {
        var (fact, link, source) = telling;
        ToldFact told = (link.Role, fact.Date) switch
        {
            (EpisodeRole.Attests, { IsInterval: true } date) => new ToldAttestation(fact.Id, source, Days(date.Start), Days(date.End))
            {
                IsOverPeriod = true,
            },
            (EpisodeRole.Attests, var date) => new ToldAttestation(fact.Id, source, Days(date), Days(date)),
            (EpisodeRole.Closes, var date) => new ToldClosing(fact.Id, source, DateOf(date)) { Place = link.Place },
            (_, { IsInterval: true } date) => new ToldTerm(fact.Id, source, StartOf(date), EndOf(date)) { Place = link.Place },
            (_, var date) => new ToldOpening(fact.Id, source, DateOf(date)) { Place = link.Place },
        };
        return told with { Period = link.Term };
    }

    private DayRanges Days(EdtfDate? date) => date is { } given ? days.DayRangesOf(given) : DayRanges.Everything;

    private ClaimDate? StartOf(EdtfDate term) =>
        term.Start is { } start ? DateOf(start)
        : term.StartIsUnknown ? DateOf(null)
        : null;

    private ClaimEnd? EndOf(EdtfDate term) =>
        term.EndIsOpen ? ClaimEnd.Open
        : term.End is { } end ? ClaimEnd.On(DateOf(end))
        : term.EndIsUnknown ? ClaimEnd.On(DateOf(null))
        : null;

    /// <summary>A date of its own, so that it leads back to what is written.</summary>
    private ClaimDate DateOf(EdtfDate? date)
    {
        if (date is not { } given)
        {
            return Undated;
        }

        var converted = days.ClaimDateOf(given);
        written[converted] = given;
        return converted;
    }

    /// <summary>What a fact tells for one source.</summary>
    private sealed record Telling(Fact Fact, EpisodeLink Link, string Source)
    {
        /// <summary>Whether only a copy of the source tells it.</summary>
        public bool IsOfCopy => !Fact.Sources().Contains(Source);

        public (string, EpisodeRole, EdtfDate?, int?, string?) Said => (Source, Link.Role, Fact.Date, Link.Term, Link.Place);
    }
}
