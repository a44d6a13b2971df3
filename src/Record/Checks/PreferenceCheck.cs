using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;

namespace ArtsakhLedger.Checks;

/// <summary>Checks a preference: it names facts or a claim, rivals that tell of the same thing, and the bounds.</summary>
internal static class PreferenceCheck
{
    /// <param name="preference">The preference.</param>
    /// <param name="things">What is told of what it is about, as known just before it.</param>
    public static IEnumerable<FactProblem> ProblemsOf(ClaimPreferred preference, IReadOnlyList<ThingFacts> things)
    {
        if (preference.Over.Count == 0)
        {
            yield return new("/over", "name the rivals that are set aside");
        }

        if (preference.Bounds.Count == 0)
        {
            yield return new("/bounds", "name the bounds: start, end, or both");
        }

        var problems = (preference.Prefer, preference.Claim) switch
        {
            ({ Count: > 0 }, null) => ProblemsOfFacts(preference, things),
            (null, { } claim) => ProblemsOfClaims(preference, claim, things),
            _ => [new("/prefer", "name the facts that are preferred, prefer: [ids of facts], and no claim beside them")],
        };
        foreach (var problem in problems)
        {
            yield return problem;
        }
    }

    private static IEnumerable<FactProblem> ProblemsOfFacts(ClaimPreferred preference, IReadOnlyList<ThingFacts> things)
    {
        var told = things.SelectMany(thing => thing.Entries).Select(entry => entry.Fact.Id).ToHashSet();
        for (var i = 0; i < preference.Prefer!.Count; i++)
        {
            if (!told.Contains(preference.Prefer[i]))
            {
                yield return new(
                    $"/prefer/{i}",
                    $"'{preference.Prefer[i]}' is no fact that tells of something that holds for a time, at this point in the record"
                );
            }
        }

        for (var i = 0; i < preference.Over.Count; i++)
        {
            if (preference.Prefer.Contains(preference.Over[i]))
            {
                yield return new($"/over/{i}", "a fact cannot be preferred over itself");
            }
            else if (!told.Contains(preference.Over[i]))
            {
                yield return new(
                    $"/over/{i}",
                    $"'{preference.Over[i]}' does not tell of what the preferred facts tell of, at this point in the record; it is told by {string.Join(", ", told)}"
                );
            }
        }
    }

    private static IEnumerable<FactProblem> ProblemsOfClaims(ClaimPreferred preference, string claim, IReadOnlyList<ThingFacts> things)
    {
        string[] claims = [.. things.SelectMany(thing => NamedClaims.Of(preference.Episode!, thing)).Select(one => one.Id)];
        if (claims.Length == 0)
        {
            yield return new(
                "/claim",
                $"there are no claims like '{claim}' at this point in the record; name the facts instead: prefer: [ids of facts]"
            );
            yield break;
        }

        string[] rivals =
        [
            .. claims,
            .. things
                .SelectMany(thing => thing.Facts)
                .Where(fact => fact.Link.Role == EpisodeRole.Attests)
                .Select(fact => fact.Entry.Fact.Id),
            .. things.SelectMany(thing => thing.Denials).Select(one => one.Denial.Fact.Id),
        ];
        if (!claims.Contains(claim))
        {
            yield return NotInEpisode("/claim", claim, claims);
        }

        for (var i = 0; i < preference.Over.Count; i++)
        {
            if (!rivals.Contains(preference.Over[i]))
            {
                yield return NotInEpisode($"/over/{i}", preference.Over[i], rivals);
            }
            else if (preference.Over[i] == claim)
            {
                yield return new($"/over/{i}", "a claim cannot be preferred over itself");
            }
        }
    }

    private static FactProblem NotInEpisode(string pointer, string named, string[] known) =>
        new(
            pointer,
            $"'{named}' is not a claim, attestation or denial of the episode at this point in the record; it has {string.Join(", ", known)}"
        );
}
