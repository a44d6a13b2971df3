using System.Text.Json;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Completeness;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Relations;

/// <summary>Finds the sources that say that something did not hold. Silence is not an answer, but a source that calls a list complete or
/// states a position is one. A pure function of what is known.</summary>
internal sealed class AttestedAbsences(PolityAsKnown known)
{
    /// <summary>The positions in force that deny recognition.</summary>
    /// <param name="direction">Recognition of the polity by the entity, or of the entity by the polity.</param>
    /// <param name="entity">The other side, by its canonical id.</param>
    /// <param name="asked">The days asked about: a position counts from its earliest day until the polity ends.</param>
    public IEnumerable<RecordedFact> PositionsAgainst(EpisodeKind direction, string entity, QueryDate asked) =>
        from recorded in known.Facts.InForce
        let position = recorded.Fact as PositionStated
        where position is not null && position.SaysNotRecognised()
        let actor = IdOf(position.Actor)
        let about = position.Towards is null ? known.Polity.Id : IdOf(position.Towards)
        where
            direction == EpisodeKind.RecognitionBy
                ? actor == entity && about == known.Polity.Id
                : actor == known.Polity.Id && about == entity
        where Concerns(position.Date?.Earliest, until: null, asked)
        select recorded;

    /// <summary>The statements in force that there is no episode of a kind besides the exceptions that they name.</summary>
    /// <param name="kind">The kind; null for every kind, including those that no fact opens (<c>diplomatic-mission</c>).</param>
    /// <param name="entity">The party that is in the class and not an exception, by its canonical id.</param>
    /// <param name="asked">The days asked about: a statement counts for its period, or without one for the polity's life.</param>
    public IEnumerable<RecordedFact> StatementsAgainst(string? kind, string entity, QueryDate asked) =>
        from recorded in known.Facts.InForce
        let statement = recorded.Fact as CompletenessStated
        where statement is not null && (kind is null || statement.Kind == kind)
        where known.Entities.Find(entity) is { } described && IsOf(statement.Class, described.Kind)
        where !statement.Except.Any(except => MayBe(except, entity))
        where Concerns(statement.Date?.Earliest, statement.Date?.Latest, asked)
        select recorded;

    /// <summary>Whether an entity of a kind belongs to a class: a kind of entity, or the level of an actor.</summary>
    private static bool IsOf(string className, EntityKind kind) =>
        kind switch
        {
            EntityKind.Polity => className is "polity" or "state",
            EntityKind.Municipality => className is "municipality" or "municipal",
            EntityKind.Legislature => className is "legislature" or "parliament",
            EntityKind.Chamber => className is "chamber" or "parliament",
            _ => className == JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),
        };

    private string? IdOf(Party party) => party.Id is { } id ? known.Entities.Canonical(id) : null;

    /// <summary>An exception with an unnamed party excepts every entity that the party could be.</summary>
    private bool MayBe(Party party, string entity) =>
        (party.Id is { } id ? [id] : party.MayBe).Any(one => known.Entities.Canonical(one) == entity);

    /// <summary>Whether some day asked about is in the period and in the polity's life. Without a first day, the period begins at the
    /// horizon.</summary>
    private bool Concerns(Day? from, Day? until, QueryDate asked)
    {
        var first = Math.Max(asked.First.DayNumber, from?.DayNumber ?? known.Resolution.Horizon ?? long.MinValue);
        var last = Math.Min(asked.Last.DayNumber, until?.DayNumber ?? long.MaxValue);
        return first <= last
            && (known.Lives.Count == 0 || known.Resolution.Lives.Any(life => life.Over(first, last).AtSomeTime != Certainty.Not));
    }
}
