using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Timeline;

/// <summary>Every fact about a polity in the order of its days: a pure function of what is known. Entries about the record itself are left
/// out.</summary>
public sealed class PolityTimeline(PolityAsKnown known)
{
    private readonly SourceStandings standings = new(known.Entities.Descriptions);

    /// <summary>The facts in force that match a filter, by earliest day (unbounded first), then latest (unbounded last), then position;
    /// undated ones last.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="kind">An episode's kind or a type of fact; null for all.</param>
    public IReadOnlyList<RecordedFact> Facts(FactFilter filter, string? kind) =>
        [
            .. from recorded in known.Facts.InForce
            where !IsAboutTheRecord(recorded.Fact) && (kind is null || IsOf(recorded.Fact, kind))
            let happened = DateOf(recorded)
            where filter.Takes(recorded, happened.Date, known.Entities)
            orderby happened.Date is null, happened.Earliest?.DayNumber ?? long.MinValue, happened.Latest?.DayNumber
                ?? long.MaxValue, recorded.Position
            select recorded,
        ];

    /// <summary>When something happened, by all who say so; what holds for a time has the date of the fact itself.</summary>
    public HappenedOn DateOf(RecordedFact recorded) => HappenedOn.Of(recorded, known.Facts, standings);

    /// <summary>What a fact says, as a sentence without its date.</summary>
    public string StatementOf(RecordedFact recorded) => PartyNames.AsSentence(recorded.Fact.InWords(known.NamesFor(recorded.Fact)));

    /// <summary>A fact as an item.</summary>
    public TimelineItem ItemOf(RecordedFact recorded)
    {
        var (fact, happened) = (recorded.Fact, DateOf(recorded));
        var opinions = known.Facts.OpinionsOn(fact.Id).Select(opinion => opinion.Fact).ToList();
        var mayBe = fact.Parties().SelectMany(party => party.MayBe).Select(known.Entities.Canonical).Distinct().ToList();
        return new()
        {
            Fact = fact.Id,
            Type = FactType.Of(fact).Name,
            Statement = StatementOf(recorded),
            Date = happened.Date?.ToString(),
            English = happened.Date?.ToEnglish(),
            Earliest = happened.Earliest?.ToString(),
            Latest = happened.Latest?.ToString(),
            Rivals = happened.Rivals.Count == 0 ? null : happened.Rivals,
            Parties = [.. fact.Parties().Select(party => party.Id is { } id ? known.Entities.ReferenceTo(id) : (object)party).Distinct()],
            MayBe = mayBe.Count == 0 ? null : mayBe,
            Episodes = [.. EpisodesOf(fact)],
            Corroborated = opinions.Exists(opinion => opinion is FactCorroborated),
            Denied = opinions.Exists(opinion => opinion is FactDenied),
            Inferred = fact.Inferred,
            Facts = [.. opinions.Prepend(fact).Select(one => $"/facts/{one.Id}")],
        };
    }

    /// <summary>The periods of which a fact tells, as known now.</summary>
    private IEnumerable<string> EpisodesOf(Fact fact) =>
        from link in known.Facts.LinksOf(fact)
        from period in known.PeriodsOf(known.Entities.Identify(link).Link.Thing)
        where period.Facts.Any(shown => shown.Fact.Id == fact.Id)
        select period.Id;

    private static bool IsOf(Fact fact, string kind) =>
        FactType.Of(fact).Name == kind || fact.EpisodeLinks().Any(link => link.Kind.Name == kind);

    private static bool IsAboutTheRecord(Fact fact) =>
        FactType.Of(fact).IsAboutTheRecord || fact is CompletenessStated or DisagreementNoted;
}
