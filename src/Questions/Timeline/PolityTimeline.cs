using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Timeline;

/// <summary>Every fact about a polity in the order of its days: a pure function of what is known. Entries about the record itself are left
/// out.</summary>
public sealed class PolityTimeline(PolityAsKnown known)
{
    /// <summary>The facts in force that match a filter and may have happened in its days, by earliest day (unbounded first), then latest (unbounded last), then position;
    /// undated ones last.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="kind">An episode's kind or a type of fact; null for all.</param>
    public IReadOnlyList<RecordedFact> Facts(FactFilter filter, string? kind) =>
        [
            .. from recorded in known.Facts.InForce
            where
                !IsAboutTheRecord(recorded.Fact)
                && (kind is null || IsOf(recorded.Fact, kind))
                && (filter with { Days = new(null, null) }).Takes(recorded, known.Entities)
            let happened = DatedHappening.Of(recorded.Fact, known.Facts)
            where happened.Overlaps(filter.Days)
            orderby happened.Date is null, happened.Earliest?.DayNumber ?? long.MinValue, happened.Latest?.DayNumber
                ?? long.MaxValue, recorded.Position
            select recorded,
        ];

    /// <summary>What a fact says, as a sentence without its date.</summary>
    public string StatementOf(RecordedFact recorded) => PartyNames.AsSentence(recorded.Fact.InWords(known.NamesFor(recorded.Fact)));

    /// <summary>A fact as an item.</summary>
    public TimelineItem ItemOf(RecordedFact recorded)
    {
        var fact = recorded.Fact;
        var opinions = known.Facts.OpinionsOn(fact.Id).Select(opinion => opinion.Fact).ToList();
        var happened = DatedHappening.Of(fact, known.Facts);
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
            Episodes = [.. known.Facts.LinksOf(fact).Select(link => known.Entities.Identify(link).Link.Episode)],
            Corroborated = opinions.Exists(opinion => opinion is FactCorroborated),
            Denied = opinions.Exists(opinion => opinion is FactDenied),
            Inferred = fact.Inferred,
            Facts = [.. opinions.Prepend(fact).Select(one => $"/facts/{one.Id}")],
        };
    }

    private static bool IsOf(Fact fact, string kind) =>
        FactType.Of(fact).Name == kind || fact.EpisodeLinks().Any(link => link.Kind.Name == kind);

    private static bool IsAboutTheRecord(Fact fact) =>
        FactType.Of(fact).IsAboutTheRecord || fact is CompletenessStated or DisagreementNoted;
}
