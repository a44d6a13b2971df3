using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Checks;

/// <summary>Checks which ids may be the same entity: two of one kind, none of them a polity's own entity, each merged into one other at most and
/// never, through others, into itself. Also a change of a description, or of a change, can break that.</summary>
public static class IdentityCheck
{
    /// <summary>Checks a new identification.</summary>
    internal static IEnumerable<FactProblem> ProblemsOf(EntitiesIdentified identity, KnownRecord known)
    {
        var entities = known.Entities;
        if (entities.Find(identity.Entity) is not { } entity || entities.Find(identity.SameAs) is not { } other)
        {
            yield break; // PartyCheck reports these
        }

        if (entities.Canonical(identity.Entity) == entities.Canonical(identity.SameAs))
        {
            yield return new("/sameAs", $"'{identity.Entity}' and '{identity.SameAs}' are already known to be the same");
            yield break;
        }

        if (entities.Canonical(identity.Entity) != identity.Entity)
        {
            yield return new(
                "/entity",
                $"'{identity.Entity}' is already merged into '{entities.Canonical(identity.Entity)}'; name that one"
            );
        }

        if (entity.Kind != other.Kind)
        {
            yield return new("/sameAs", DifferentKinds(identity, entity.Kind, other.Kind));
        }

        foreach (
            var (pointer, id) in new[] { ("/entity", identity.Entity), ("/sameAs", identity.SameAs) }.Where(one =>
                known.HasFacts(one.Item2) || known.HasFacts(entities.Canonical(one.Item2))
            )
        )
        {
            yield return new(pointer, OfPolity(id));
        }
    }

    /// <summary>Checks what a change of a description, of an identification, or of another change would leave.</summary>
    internal static IEnumerable<FactProblem> ProblemsOf(ChangeOfFact change, KnownRecord known) =>
        !MayBreak(change, known)
            ? []
            : NewlyBroken(known.Entities, [change], known.HasFacts).Select(problem => new FactProblem("/fact", problem));

    /// <summary>What further entries would break, in sentences.</summary>
    /// <param name="before">The entities as known.</param>
    /// <param name="entries">The entries in order.</param>
    /// <param name="hasFacts">Whether facts are recorded of a polity.</param>
    public static IReadOnlyList<string> NewlyBroken(EntityRegister before, IEnumerable<Fact> entries, Func<string, bool> hasFacts)
    {
        var position = before.Descriptions.All.Count == 0 ? 0 : before.Descriptions.All[^1].Recorded.Position;
        var after = new EntityRegister(
            before.Descriptions.With(
                entries
                    .Where(fact => fact.Polity is null)
                    .Select((fact, i) => new RecordedFact(position + 1 + i, default, Author.From("check", null), null, fact))
            )
        );
        return [.. BrokenIn(after, hasFacts).Except(BrokenIn(before, hasFacts))];
    }

    /// <summary>Whether entries say something about identities, or could change what is said.</summary>
    public static bool Concerns(Fact fact) => fact is EntitiesIdentified or ChangeOfFact { Polity: null };

    /// <summary>What the check of a fact rests on, besides the entries that it names.</summary>
    internal static IEnumerable<string> DependenciesOf(Fact fact, KnownRecord known) =>
        fact switch
        {
            EntitiesIdentified identity =>
            [
                Touching.Identities,
                Touching.FactsOf(identity.Entity),
                Touching.FactsOf(identity.SameAs),
                Touching.FactsOf(known.Entities.Canonical(identity.SameAs)),
            ],
            ChangeOfFact change when known.Entities.Descriptions.Find(change.Target) is not null =>
            [
                Touching.Identities,
                .. EntitiesBehind(change, known).Select(Touching.FactsOf),
            ],
            Preferences.ClaimPreferred or SourceAssessed => [Touching.Identities],
            _ => [],
        };

    private static bool MayBreak(ChangeOfFact change, KnownRecord known) =>
        known.Entities.Descriptions.Find(change.Target) is { } target
        && (target.Content, change) switch
        {
            (EntitiesIdentified, FactRetracted) => false,
            (EntitiesIdentified, _) => true,
            (EntityDescribed before, FactCorrected { Content: EntityDescribed after }) => before.Kind != after.Kind,
            (EntityDescribed, FactReinstated) => true,
            (SourceAssessed, _) => true,
            (ChangeOfFact, _) => EntitiesBehind(change, known).Any(),
            _ => false,
        };

    /// <summary>The entities that the description or identification is about which a change changes, directly or by changing a change.</summary>
    private static IEnumerable<string> EntitiesBehind(Fact fact, KnownRecord known) =>
        fact switch
        {
            EntityDescribed described => [described.Entity],
            EntitiesIdentified identity => [identity.Entity, identity.SameAs],
            SourceAssessed assessment => [assessment.Source],
            FactCorrected correction => EntitiesBehind(correction.Content, known).Concat(BehindTarget(correction, known)).Distinct(),
            ChangeOfFact change => BehindTarget(change, known),
            _ => [],
        };

    private static IEnumerable<string> BehindTarget(ChangeOfFact change, KnownRecord known) =>
        known.Entities.Descriptions.Find(change.Target) is not { } target
            ? []
            : EntitiesBehind(target.Recorded.Fact, known)
                .Concat(ReferenceEquals(target.Content, target.Recorded.Fact) ? [] : EntitiesBehind(target.Content, known));

    private static IEnumerable<string> BrokenIn(EntityRegister entities, Func<string, bool> hasFacts)
    {
        var merged = new Dictionary<string, EntitiesIdentified>();
        foreach (var identity in entities.Identifications)
        {
            if (!merged.TryAdd(identity.Entity, identity))
            {
                yield return $"'{identity.Entity}' would be merged into both '{merged[identity.Entity].SameAs}' and '{identity.SameAs}'; retract one of the two first";
            }

            if (
                entities.DescriptionOf(identity.Entity) is { } entity
                && entities.DescriptionOf(identity.SameAs) is { } other
                && entity.Kind != other.Kind
            )
            {
                yield return DifferentKinds(identity, entity.Kind, other.Kind);
            }

            foreach (var id in new[] { identity.Entity, identity.SameAs }.Where(hasFacts))
            {
                yield return OfPolity(id);
            }
        }

        var clear = new HashSet<string>();
        foreach (var start in merged.Keys)
        {
            var path = new HashSet<string>();
            var at = start;
            while (merged.TryGetValue(at, out var next) && !clear.Contains(at))
            {
                if (!path.Add(at))
                {
                    yield return $"'{path.Min()}' would be merged, through others, into itself; retract one of these identifications first";
                    break;
                }

                at = next.SameAs;
            }

            clear.UnionWith(path);
        }

        var standings = new SourceStandings(entities.Descriptions);
        foreach (var source in standings.Assessed.Where(standings.IsCopyOfItself))
        {
            yield return $"'{source}' would be, through others, a copy of itself; assess one of them otherwise first";
        }

        foreach (var described in entities.Descriptions.InForce.Select(entry => entry.Fact).OfType<EntityDescribed>())
        {
            if (described.Kind != EntityKind.Polity && hasFacts(described.Entity))
            {
                yield return $"facts are recorded of the polity '{described.Entity}', so it cannot be described as {Named(described.Kind)}";
            }
        }
    }

    private static string DifferentKinds(EntitiesIdentified identity, EntityKind one, EntityKind other) =>
        $"'{identity.Entity}' is described as {Named(one)} and '{identity.SameAs}' as {Named(other)}; only two of the same kind can be the same entity";

    private static string OfPolity(string id) =>
        $"facts are recorded of the polity '{id}', so it cannot be merged: its facts would be of no polity any more";

    private static string Named(EntityKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
