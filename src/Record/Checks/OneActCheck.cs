using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Checks;

/// <summary>Checks which facts may be one act (<see cref="FactsIdentified"/>): each is a corroboration of one other at most, and never, through others,
/// of itself.</summary>
internal static class OneActCheck
{
    /// <summary>Checks a new identification.</summary>
    /// <param name="identity">The identification.</param>
    /// <param name="recorded">The identifications of its polity, with everything about them.</param>
    public static IEnumerable<FactProblem> ProblemsOf(FactsIdentified identity, FactsAsKnown recorded)
    {
        var others = InForce(recorded).Where(other => other.Id != identity.Id).ToList();
        if (others.Find(other => other.Same == identity.Same) is { } earlier)
        {
            yield return new("/same", $"'{identity.Same}' is already the same act as '{earlier.Target}'; retract '{earlier.Id}' first");
        }

        if (others.Find(other => other.Same == identity.Target) is { } merged)
        {
            yield return new("/fact", $"'{identity.Target}' is already the same act as '{merged.Target}'; name that one");
        }
    }

    /// <summary>Checks what a change of an identification, or of another change, would leave.</summary>
    public static IEnumerable<FactProblem> ProblemsOf(ChangeOfFact change, FactsAsKnown recorded)
    {
        if (recorded.Find(change.Target) is null)
        {
            return [];
        }

        var last = recorded.All[^1].Recorded;
        var after = recorded.With([new(last.Position + 1, last.RecordedAt, last.Author, null, change)]);
        return BrokenIn(after).Except(BrokenIn(recorded)).Select(problem => new FactProblem("/fact", problem));
    }

    /// <summary>Whether an entry identifies facts, or changes an identification directly or by changing a change.</summary>
    /// <param name="fact">The entry.</param>
    /// <param name="find">Finds an earlier entry by its id.</param>
    public static bool Concerns(Fact fact, Func<string, Fact?> find)
    {
        for (var at = fact; at is not null; at = at is ChangeOfFact change ? find(change.Target) : null)
        {
            if (at is FactsIdentified)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<FactsIdentified> InForce(FactsAsKnown recorded) =>
        recorded.All.Where(known => known.InForce).Select(known => known.Content).OfType<FactsIdentified>();

    private static IEnumerable<string> BrokenIn(FactsAsKnown recorded)
    {
        var sameAs = new Dictionary<string, FactsIdentified>();
        foreach (var identity in InForce(recorded))
        {
            if (!sameAs.TryAdd(identity.Same, identity))
            {
                yield return $"'{identity.Same}' would be the same act as both '{sameAs[identity.Same].Target}' and '{identity.Target}'; retract one of the two first";
            }
        }

        var clear = new HashSet<string>();
        foreach (var start in sameAs.Keys)
        {
            var path = new HashSet<string>();
            var at = start;
            while (sameAs.TryGetValue(at, out var next) && !clear.Contains(at))
            {
                if (!path.Add(at))
                {
                    yield return $"'{path.Min(StringComparer.Ordinal)}' would be, through others, a corroboration of itself; retract one of these identifications first";
                    break;
                }

                at = next.Target;
            }

            clear.UnionWith(path);
        }
    }
}
