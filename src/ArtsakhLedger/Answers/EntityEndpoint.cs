using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.DetailedAnswers;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages;
using ArtsakhLedger.StateAsOf;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace ArtsakhLedger.Answers;

public static class EntityEndpoint
{
    /// <summary>One entity with its names, and the episodes and facts that it takes part in.</summary>
    /// <param name="id">The entity's id, or one that was merged into it.</param>
    /// <param name="knownAt">A position, the name of a batch, or an instant (RFC 3339); without it, the head of the ledger.</param>
    [WolverineGet("/entities/{id}", Name = "entity")]
    [Tags("Entities")]
    [ProducesResponseType<EntityAnswer>(200, Representation.Json, Representation.Html)]
    public static async Task<IResult> Get(
        string id,
        [FromQuery(Name = "known-at")] string? knownAt,
        ILedger ledger,
        EntityReader entities,
        PolityReader polities,
        HtmlPages pages,
        CancellationToken cancellation
    )
    {
        var known = await KnownAt.ResolveAsync(ledger, knownAt, null, cancellation);
        var register = (await entities.DirectoryAsync(known.Position, cancellation)).Register;
        var entity =
            register.Find(id)
            ?? throw RequestProblem.NotFound(
                "entity",
                $"The ledger has no entity '{id}'{(knownAt is null ? "" : " at that position")}. GET /entities?q= finds one by its names."
            );

        string[] ids = [entity.Entity, .. register.MergedInto(entity.Entity).Select(other => other.Entity)];
        var state = await polities.AsKnownAsync(entity.Entity, known.Position, cancellation);
        var around = new List<PolityAsKnown>();
        foreach (var polity in await ledger.PolitiesNamingAsync(ids, known.Position, cancellation))
        {
            around.Add((await polities.AsKnownAsync(polity, known.Position, cancellation))!);
        }

        if (state is not null && !around.Contains(state))
        {
            around.Insert(0, state);
        }

        var answer = AnswerOf(entity, ids, register, state, around, cancellation);
        return new Answer<EntityAnswer>(answer, known) { Page = () => pages.EntityAsync(answer, around, known, knownAt, cancellation) };
    }

    private static EntityAnswer AnswerOf(
        EntityDescribed entity,
        string[] ids,
        EntityRegister register,
        PolityAsKnown? state,
        IReadOnlyList<PolityAsKnown> around,
        CancellationToken cancellation
    )
    {
        var touched = ids.Select(register.LastTouched)
            .OfType<RecordedFact>()
            .Concat(around.Select(polity => polity.LastTouched))
            .MaxBy(entry => entry.Position)!;
        var successions = Successions.Of(entity.Entity, around);
        return new()
        {
            Id = entity.Entity,
            Name = entity.Names[0].Text,
            Kind = entity.Kind,
            Names = entity.Names,
            Identifiers = entity.Identifiers,
            Coordinates = entity.Coordinates,
            Seats = entity.Seats,
            Predecessors = successions.Predecessors is { Count: > 0 } before ? before : null,
            Successors = successions.Successors is { Count: > 0 } after ? after : null,
            OtherIds = ids.Length == 1 ? null : ids[1..],
            Descriptions =
            [
                .. register.Descriptions.InForce.Where(entry => Describes(entry, ids)).Select(entry => $"/facts/{entry.Fact.Id}"),
            ],
            State = state is null ? null : $"/polities/{entity.Entity}/state",
            Relations =
            [
                .. around.Select(polity => new EntityRelations(polity, entity.Entity).Answer(cancellation)).OfType<RelationsOfPolity>(),
            ],
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Self = $"/entities/{entity.Entity}?known-at={touched.Position.ToString(CultureInfo.InvariantCulture)}",
        };
    }

    private static bool Describes(RecordedFact entry, string[] ids) =>
        entry.Fact switch
        {
            EntityDescribed described => ids.Contains(described.Entity),
            EntitiesIdentified identified => ids.Contains(identified.Entity),
            _ => false,
        };
}
