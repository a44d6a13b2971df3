using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Recording;

/// <summary>What must hold of a fact before it is recorded, wherever it comes from: a request, a file. Everything that is wrong is found, not the first alone.
/// A pure function of the fact and of what is known.</summary>
public static partial class FactCheck
{
    /// <summary>Checks a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="known">What is known already.</param>
    /// <param name="checkCitations">Finds the problems of citations; what it says of places is the caller's to use.</param>
    public static IEnumerable<FactProblem> ProblemsOf(Fact fact, KnownRecord known, Func<Citation, IEnumerable<FactProblem>> checkCitations) =>
        [.. OfParties(fact, known), .. OfCitations(fact, checkCitations), .. OfReason(fact), .. OfContent(fact, known, checkCitations)];

    /// <summary>Whether a fact is about the record itself, and so is never about anything that happened.</summary>
    public static bool IsOfTheRecord(Fact fact) => IsOfTheRecord(FactType.Of(fact));

    /// <summary>The same of a type of fact.</summary>
    public static bool IsOfTheRecord(FactType type) =>
        type.Type.IsSubclassOf(typeof(AboutFact))
        || type.Type == typeof(ClaimPreferred) || type.Type == typeof(EntityDescribed) || type.Type == typeof(EntitiesIdentified)
        || type.Type == typeof(SourceArchived) || type.Type == typeof(SnapshotArchived);

    private static IEnumerable<FactProblem> OfParties(Fact fact, KnownRecord known)
    {
        if (fact.Polity is null && !IsOfTheRecord(fact))
        {
            yield return new("/polity", "'polity' is missing; write the id of the polity whose foreign relations the fact belongs to");
        }

        // The parties of a correction stand in its content, which is checked as a fact of its own.
        var named = fact is FactCorrected ? [] : fact.Parties().SelectMany(party => party.Id is { } id ? [id] : party.MayBe);
        foreach (var id in named.Append(fact.Polity).OfType<string>().Distinct())
        {
            if (known.Entities.Find(id) is null)
            {
                yield return new(PointerTo(FactAnswer.Content(fact), id), $"the entity '{id}' is not described; describe it first, or correct the id");
            }
        }
    }

    private static IEnumerable<FactProblem> OfCitations(Fact fact, Func<Citation, IEnumerable<FactProblem>> check)
    {
        if (fact.Citations.Count == 0 && !NeedsNone(fact))
        {
            yield return new("", "the fact has no citation; say who says so: citations: [{ source: …, quote: … }]");
        }

        for (var i = 0; i < fact.Citations.Count; i++)
        {
            foreach (var problem in check(fact.Citations[i]))
            {
                yield return problem with { Pointer = $"/citations/{i}{problem.Pointer}" };
            }
        }
    }

    /// <summary>A slip of the record's own needs a reason alone; a correction's citations stand in its content.</summary>
    private static bool NeedsNone(Fact fact) => fact is EntityDescribed or SourceArchived or SnapshotArchived or ChangeOfFact;

    private static IEnumerable<FactProblem> OfReason(Fact fact)
    {
        var reason = fact switch
        {
            ChangeOfFact change => change.Reason,
            ClaimPreferred preference => preference.Reason,
            EntityDescribed entity => entity.Reason,
            SourceArchived source => source.Reason,
            _ => "none needed",
        };
        return string.IsNullOrWhiteSpace(reason) ? [new("/reason", "the reason is empty; say shortly why, in your own words")] : [];
    }

    private static IEnumerable<FactProblem> OfContent(Fact fact, KnownRecord known, Func<Citation, IEnumerable<FactProblem>> checkCitations) => fact switch
    {
        EntityDescribed entity => OfEntity(entity),
        EntitiesIdentified identity => OfIdentity(identity, known),
        SourceArchived source => OfSource(source),
        SnapshotArchived => [new("/type", "a snapshot is archived by its text alone: POST /sources/{id}/snapshots, or import --snapshot FILE; a wrong one is retracted")],
        FactCorrected correction => OfCorrection(correction, known, checkCitations),
        FactRetracted retraction => InForce(retraction, known, "is retracted already"),
        FactReinstated reinstatement => OfReinstatement(reinstatement, known),
        FactDenied denial => OfDenial(denial, known),
        FactCorroborated corroboration => OfOpinion(corroboration, known, "corroborated"),
        ClaimPreferred preference => OfPreference(preference, known.Episode),
        CompletenessStated statement => OfCompleteness(statement),
        _ => [],
    };

    private static IEnumerable<FactProblem> OfEntity(EntityDescribed entity)
    {
        if (!FactIds.IsSlug(entity.Entity))
        {
            yield return new("/id", $"'{entity.Entity}' is no slug; write small letters, digits and hyphens only, {FactIds.Longest} at most");
        }

        if (entity.Names.Count == 0)
        {
            yield return new("/names", "an entity has one name at least: names: [{ text: …, language: en }]");
        }

        for (var i = 0; i < entity.Names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(entity.Names[i].Text))
            {
                yield return new($"/names/{i}/text", "the name is empty");
            }

            if (!LanguageTag.IsMatch(entity.Names[i].Language))
            {
                yield return new($"/names/{i}/language", $"'{entity.Names[i].Language}' is no language tag (BCP 47); write en, hy, ru-Latn …");
            }
        }
    }

    private static IEnumerable<FactProblem> OfIdentity(EntitiesIdentified identity, KnownRecord known)
    {
        if (known.Entities.Find(identity.Entity) is null || known.Entities.Find(identity.SameAs) is null)
        {
            yield break;        // reported as parties
        }

        if (known.Entities.Canonical(identity.Entity) == known.Entities.Canonical(identity.SameAs))
        {
            yield return new("/sameAs", $"'{identity.Entity}' and '{identity.SameAs}' are one already");
        }
        else if (known.Entities.Canonical(identity.Entity) != identity.Entity)
        {
            yield return new("/entity", $"'{identity.Entity}' is given up for '{known.Entities.Canonical(identity.Entity)}' already; name that one");
        }
    }

    private static IEnumerable<FactProblem> OfSource(SourceArchived source)
    {
        if (!FactIds.IsSlug(source.Source))
        {
            yield return new("/id", $"'{source.Source}' is no slug; write small letters, digits and hyphens only, {FactIds.Longest} at most");
        }

        if (source.Csl["title"] is not JsonValue title || title.GetValueKind() != JsonValueKind.String || string.IsNullOrWhiteSpace(title.GetValue<string>()))
        {
            yield return new("/csl", "the CSL metadata need a title at least: csl: { type: …, title: … }");
        }

        for (var i = 0; i < source.Snapshots.Count; i++)
        {
            if (!Sha256.IsMatch(source.Snapshots[i].Sha256))
            {
                yield return new($"/snapshots/{i}/sha256", "this is no SHA-256: 64 hexadecimal digits in small letters");
            }

            if (source.Snapshots[i].Length < 1)
            {
                yield return new($"/snapshots/{i}/length", "the length is that of the text in code points, 1 at least");
            }
        }

        if (source is { ExcerptOnly: true, Snapshots.Count: > 0 })
        {
            yield return new("/excerptOnly", "a source that has snapshots is not known by an excerpt only; leave one of the two out");
        }
    }

    private static IEnumerable<FactProblem> OfCorrection(FactCorrected correction, KnownRecord known, Func<Citation, IEnumerable<FactProblem>> checkCitations)
    {
        var problems = InForce(correction, known, "is retracted; reinstate it before you correct it").ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var before = known.Fact(correction.Target)!.Content;
        var content = correction.Content;
        if (before is ChangeOfFact)
        {
            problems.Add(new("/fact", "a correction, retraction or reinstatement is not corrected; correct the fact again, or retract this one"));
        }
        else if (IsOfTheRecord(before) && (before.GetType() != content.GetType() || !IsAboutTheSame(before, content)))
        {
            problems.Add(new("/content", $"the corrected content is about something else; it stays a {FactType.Of(before).Name} about the same"));
        }
        else if (!IsOfTheRecord(before) && IsOfTheRecord(content))
        {
            problems.Add(new("/content/type", $"a fact does not become a {FactType.Of(content).Name}; retract it instead"));
        }
        else if (content.Polity != before.Polity)
        {
            problems.Add(new("/content/polity", $"a fact stays with its polity, '{before.Polity}'; retract it and record it there instead"));
        }
        else if (SameText(before, content))
        {
            problems.Add(new("/content", "this is what the fact says already"));
        }

        return problems.Concat(ProblemsOf(content, known, checkCitations)
            .Select(problem => problem with { Pointer = $"/content{problem.Pointer}" }));
    }

    private static bool IsAboutTheSame(Fact before, Fact after) => (before, after) switch
    {
        (AboutFact one, AboutFact other) => one.Target == other.Target,
        (EntityDescribed one, EntityDescribed other) => one.Entity == other.Entity,
        (SourceArchived one, SourceArchived other) => one.Source == other.Source,
        (SnapshotArchived one, SnapshotArchived other) => one.Source == other.Source && one.Snapshot.Sha256 == other.Snapshot.Sha256,
        (EntitiesIdentified one, EntitiesIdentified other) => one.Entity == other.Entity,
        (ClaimPreferred one, ClaimPreferred other) => one.Episode == other.Episode,
        _ => false,
    };

    private static bool SameText(Fact one, Fact other) =>
        one.GetType() == other.GetType()
        && JsonSerializer.Serialize(one, one.GetType(), FactJson.Options) == JsonSerializer.Serialize(other, other.GetType(), FactJson.Options);

    private static IEnumerable<FactProblem> InForce(AboutFact about, KnownRecord known, string otherwise) => known.Fact(about.Target) switch
    {
        null => [new("/fact", $"the ledger has no fact '{about.Target}'")],
        { InForce: false } => [new("/fact", $"'{about.Target}' {otherwise}")],
        _ => [],
    };

    private static IEnumerable<FactProblem> OfReinstatement(FactReinstated reinstatement, KnownRecord known) => known.Fact(reinstatement.Target) switch
    {
        null => [new("/fact", $"the ledger has no fact '{reinstatement.Target}'")],
        { InForce: true } => [new("/fact", $"'{reinstatement.Target}' is in force; only what was retracted is reinstated")],
        _ => [],
    };

    private static List<FactProblem> OfOpinion(AboutFact opinion, KnownRecord known, string what)
    {
        var problems = InForce(opinion, known, "is retracted").ToList();
        return problems.Count == 0 && IsOfTheRecord(known.Fact(opinion.Target)!.Content)
            ? [new("/fact", $"'{opinion.Target}' is about the record itself; only what happened or held is {what}")]
            : problems;
    }

    private static List<FactProblem> OfDenial(FactDenied denial, KnownRecord known)
    {
        var problems = OfOpinion(denial, known, "denied");
        return problems.Count == 0 && denial.Denies == Denied.End && !known.Fact(denial.Target)!.Content.Bearings().Any()
            ? [new("/denies", "the fact only happened, so there is no end to deny; write denies: fact")]
            : problems;
    }

    private static IEnumerable<FactProblem> OfPreference(ClaimPreferred preference, Episode? episode)
    {
        if (episode is null)
        {
            yield return new("/claim", $"there is no episode '{preference.Episode}'; a claim is named {{episode}}@{{source}}");
            yield break;
        }

        var claims = episode.Claims.Select(claim => claim.Id).ToList();
        if (!claims.Contains(preference.Claim))
        {
            yield return new("/claim", $"there is no claim '{preference.Claim}'; the claims are {string.Join(", ", claims)}");
        }

        if (preference.Over.Count == 0)
        {
            yield return new("/over", "name the rivals that the claim is preferred over");
        }

        if (preference.Bounds.Count == 0)
        {
            yield return new("/bounds", "name the bounds: start, end, or both");
        }

        var rivals = claims.Concat(episode.Attestations.Select(attestation => attestation.Fact)).Concat(episode.Denials.Select(denial => denial.Fact)).ToList();
        for (var i = 0; i < preference.Over.Count; i++)
        {
            if (!rivals.Contains(preference.Over[i]))
            {
                yield return new($"/over/{i}", $"there is no claim, attestation or denial '{preference.Over[i]}' in this episode; there are {string.Join(", ", rivals)}");
            }
            else if (preference.Over[i] == preference.Claim)
            {
                yield return new($"/over/{i}", "a claim is not preferred over itself");
            }
        }
    }

    private static IEnumerable<FactProblem> OfCompleteness(CompletenessStated statement)
    {
        if (!FactIds.IsSlug(statement.Kind))
        {
            yield return new("/kind", "the kind is a word of small letters and hyphens, such as recognition-by or diplomatic-mission");
        }

        var classes = Enum.GetNames<EntityKind>().Concat(Enum.GetNames<ActorLevel>()).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Distinct().ToList();
        if (!classes.Contains(statement.Class))
        {
            yield return new("/class", $"there is no class '{statement.Class}'; write one of {string.Join(", ", classes)}");
        }
    }

    /// <summary>Where in a fact a word stands, so that a wrong reference can be shown.</summary>
    private static string PointerTo(JsonNode? node, string word, string pointer = "")
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => (Pointer: $"{pointer}/{member.Key}", member.Value)),
            JsonArray items => items.Select((item, i) => (Pointer: $"{pointer}/{i}", Value: item)),
            _ => [],
        };
        foreach (var (at, child) in children)
        {
            if (child is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == word)
            {
                return at;
            }

            if (PointerTo(child, word, at) is { Length: > 0 } found)
            {
                return found;
            }
        }

        return "";
    }

    [GeneratedRegex("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex LanguageTag { get; }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256 { get; }
}
