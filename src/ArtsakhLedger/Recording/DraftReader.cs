using System.Reflection;
using System.Text.Json.Nodes;
using ArtsakhLedger.Access;
using ArtsakhLedger.Checks;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Http;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;
using Wolverine.Http;

namespace ArtsakhLedger.Recording;

/// <summary>Drafts requests: reads them, and the state of the record against which they are checked.</summary>
public sealed class DraftReader(LedgerReader ledger, EntityReader entities, SourceReader sources, SnapshotStore texts)
{
    private static readonly string FactsIdentifiedName = FactType.Of<FactsIdentified>().Name;
    private static readonly string SourceAssessedName = FactType.Of<SourceAssessed>().Name;

    /// <summary>Drafts a request according to its endpoint's <see cref="RecordsAttribute"/>.</summary>
    public Task<Draft> OfAsync(HttpContext http)
    {
        var records =
            http.GetEndpoint()?.Metadata.GetMetadata<HttpChain>()?.Method.Method.GetCustomAttribute<RecordsAttribute>()
            ?? throw new InvalidOperationException("The endpoint does not say what it records.");
        return records switch
        {
            { Type: null } => OfFactAsync(http),
            { About: { } what } => AboutAsync(http, EntryNamedBy(what, (string)http.GetRouteValue("id")!), records.Type, what),
            _ => OfAsync(http, records.Type, records.Describes),
        };
    }

    private static string EntryNamedBy(string what, string id) =>
        what switch
        {
            "entity" => EntityDescribed.FactIdOf(id),
            "source" => SourceArchived.FactIdOf(id),
            _ => id,
        };

    /// <summary>Drafts a complete fact of any type.</summary>
    public async Task<Draft> OfFactAsync(HttpContext http)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var problems = new List<FactProblem>();
        if (FactType.Named(body["type"]?.ToString() ?? "") is { } type && RequestDocumentation.AddressOf(type) is { } address)
        {
            throw Draft.Refused([new("/type", $"a {type.Name} has an address of its own: POST {address}")]);
        }

        var fact = FactReader.ForJson.ReadFact(body, problems);
        if (fact is EntitiesIdentified identity)
        {
            RefuseContributors(http);
            fact = identity with { Polity = null }; // as in files, where the folder names one
        }

        Task<Draft> RenewAsync() => OfNewestAsync(http, fact, problems, again: true);

        // The last state that this node has seen is nearly always good enough to append, but a refusal needs the newest.
        var seen = ledger.LastSeenHead;
        if (seen.Position == 0)
        {
            return await OfNewestAsync(http, fact, problems, again: false);
        }

        var draft = await OfAsync(http, fact, problems, seen, RenewAsync) with { IsTentative = true };
        return draft.Problem() is null ? draft : await RenewAsync();
    }

    /// <summary>An identification changes the answers about both entities everywhere, so it is an editor's act.</summary>
    private static void RefuseContributors(HttpContext http)
    {
        if (!http.User.IsInRole(Role.Editor))
        {
            throw AccessProblems.RoleMissing(http, Role.Editor);
        }
    }

    /// <summary>Drafts an event of one type about an entry of the record.</summary>
    /// <param name="http">The request.</param>
    /// <param name="target">The id of the entry.</param>
    /// <param name="type">The type of the event.</param>
    /// <param name="what">What the address names: <c>fact</c>, <c>entity</c> or <c>source</c>.</param>
    private async Task<Draft> AboutAsync(HttpContext http, string target, string type, string what = "fact")
    {
        return await AboutAsync(http, await JsonBody.ReadAsync(http.Request), target, type, what, again: false);
    }

    private async Task<Draft> AboutAsync(HttpContext http, JsonObject sent, string target, string type, string what, bool again)
    {
        var body = sent.DeepClone().AsObject();
        var problems = new List<FactProblem>();
        var head = await ledger.HeadAsync(http.RequestAborted);
        var facts =
            await ledger.FactAsync(target, head.Position, http.RequestAborted)
            ?? throw RequestProblem.NotFound(what, $"The ledger has no {what} '{http.Request.RouteValues["id"]}'.");
        var before = facts.Find(target)!.Content;
        if (
            what switch
            {
                "source" => before is not SourceArchived,
                "entity" => before is not EntityDescribed,
                _ => false,
            }
        )
        {
            // The id of a change of a description can look like that of a description.
            throw RequestProblem.NotFound(what, $"The ledger has no {what} '{http.Request.RouteValues["id"]}'.");
        }

        if (before is AboutFact { Target: var other })
        {
            facts = new(await ledger.EntriesAboutAsync([target, other], head.Position, http.RequestAborted));
        }
        else if (type == FactsIdentifiedName && body["same"] is JsonValue same)
        {
            facts = new(await ledger.EntriesAboutAsync([target, same.ToString()], head.Position, http.RequestAborted));
        }

        if (type == SourceAssessedName)
        {
            Claim(body, "source", ((SourceArchived)before).Source, problems);
        }
        else
        {
            Claim(body, "fact", target, problems);
        }

        if (body["content"] is JsonObject content)
        {
            Complete(content, before, problems);
        }

        var fact = Read(body, type, problems) is { } read ? AsPartOf(read, before.Polity) : null;
        return await OfAsync(
            http,
            fact,
            problems,
            head,
            () => AboutAsync(http, sent, target, type, what, again: true),
            again,
            facts,
            target
        ) with
        {
            NeedsVersion = typeof(ChangeOfFact).IsAssignableFrom(FactType.Named(type)!.Type),
        };
    }

    /// <summary>Drafts an event of one type that is about nothing else, such as the description of an entity.</summary>
    private async Task<Draft> OfAsync(HttpContext http, string type, string? named)
    {
        var body = await JsonBody.ReadAsync(http.Request);
        var problems = new List<FactProblem>();
        if (named is not null && body["id"] is { } id)
        {
            body.Remove("id");
            body[named] = id.DeepClone();
        }

        var fact = Read(body, type, problems);
        if (fact is ClaimPreferred preference)
        {
            fact = preference with { Polity = preference.Polity ?? await PolityOfAsync(preference, http.RequestAborted) };
        }

        return await OfNewestAsync(http, fact, problems, again: false);
    }

    private async Task<Draft> OfNewestAsync(HttpContext http, Fact? fact, IReadOnlyList<FactProblem> problems, bool again) =>
        await OfAsync(
            http,
            fact,
            problems,
            await ledger.HeadAsync(http.RequestAborted),
            () => OfNewestAsync(http, fact, problems, again: true),
            again
        );

    /// <param name="http">The request.</param>
    /// <param name="fact">The fact that was sent; null if it cannot be read.</param>
    /// <param name="unreadable">Why it cannot be read.</param>
    /// <param name="head">The head before anything else was read: any later change makes the decision stale.</param>
    /// <param name="renewAsync">Drafts the request again on the newest state.</param>
    /// <param name="again">True if an earlier draft has become stale.</param>
    /// <param name="about">The fact that it is about, with all entries about that.</param>
    /// <param name="target">The id of that fact.</param>
    private async Task<Draft> OfAsync(
        HttpContext http,
        Fact? fact,
        IReadOnlyList<FactProblem> unreadable,
        Head head,
        Func<Task<Draft>> renewAsync,
        bool again = false,
        FactsAsKnown? about = null,
        string? target = null
    )
    {
        var cancellation = http.RequestAborted;
        var register = (await entities.DirectoryAsync(head.Position, cancellation)).Register;
        var (archived, _) = await sources.RegisterAsync(head.Position, cancellation);
        var taken = false;
        var problems = unreadable.ToList();
        if (fact is not null)
        {
            (fact, taken) = await WithIdAsync(fact, problems, again, cancellation);
        }

        return new(
            fact,
            problems,
            http.User.Author(),
            head.Position,
            new(
                register,
                archived,
                about ?? await FactsNamedByAsync(fact, head, cancellation),
                await ThingsConcerningAsync(fact, register, head, cancellation),
                await TextsOfAsync(fact, archived, cancellation)
            )
            {
                HasFacts = await PolitiesWithFactsAsync(fact, head, cancellation),
                Identified = await IdentifiedAsync(fact, head, cancellation),
            }
        )
        {
            RenewAsync = renewAsync,
            Key = Idempotency.KeyOf(http),
            IdIsTaken = taken,
            OnlyIf = [.. http.Request.GetTypedHeaders().IfMatch],
            TargetTag = target is null ? null : EntityTags.OfFact(target, about!),
        };
    }

    private async Task<FactsAsKnown> FactsNamedByAsync(Fact? fact, Head head, CancellationToken cancellation) =>
        new(fact is DisagreementNoted { Facts: var named } ? await ledger.EntriesAboutAsync(named, head.Position, cancellation) : []);

    /// <summary>Fills in what the content of a correction may omit.</summary>
    private static void Complete(JsonObject content, Fact before, List<FactProblem> problems)
    {
        content.TryAdd("type", FactType.Of(before).Name);
        if (before is AboutFact { Target: var target })
        {
            Claim(content, "fact", target, problems, "/content");
        }

        if (before is EntityDescribed or SourceArchived)
        {
            var (name, id) = before is EntityDescribed entity ? ("entity", entity.Entity) : ("source", ((SourceArchived)before).Source);
            Claim(content, name, id, problems, "/content");
            if (content["id"]?.ToString() == id)
            {
                content.Remove("id");
            }
        }

        Claim(content, "id", before.Id, problems, "/content");
    }

    private static Fact? Read(JsonObject body, string type, List<FactProblem> problems)
    {
        Claim(body, "type", type, problems);
        return FactReader.ForJson.ReadFact(body, problems);
    }

    /// <summary>Sets a field that the address already determines; a body with another value has a problem.</summary>
    private static void Claim(JsonObject body, string name, string value, List<FactProblem> problems, string pointer = "")
    {
        if (body[name] is { } sent && sent.ToString() != value)
        {
            problems.Add(new($"{pointer}/{name}", $"the address says '{value}'; leave '{name}' out"));
        }

        body[name] = value;
    }

    /// <summary>Gives an event the polity of the entry that it is about.</summary>
    private static Fact AsPartOf(Fact about, string? polity) =>
        about is FactCorrected correction
            ? correction with
            {
                Polity = polity,
                Content = correction.Content with { Polity = correction.Content.Polity ?? polity },
            }
            : about with
            {
                Polity = polity,
            };

    private async Task<(Fact Fact, bool Taken)> WithIdAsync(
        Fact fact,
        List<FactProblem> problems,
        bool again,
        CancellationToken cancellation
    )
    {
        if (fact is EntityDescribed or SourceArchived)
        {
            fact = fact with { Id = FactIds.Derive(fact) };
        }

        if (fact.Id.Length > 0)
        {
            if (!Slug.IsValid(fact.Id))
            {
                problems.Add(new("/id", Slug.Invalid(fact.Id)));
                return (fact, false);
            }

            // Nearly every id is free, and the append checks it under its lock, so it is looked up only after that failed.
            return (fact, again && (await ledger.TakenAmongAsync([fact.Id], cancellation)).Count > 0);
        }

        var candidates = FactIds.Candidates(FactIds.Derive(fact)).ToList();
        var taken = await ledger.TakenAmongAsync(candidates, cancellation);
        if (taken.Count > 0 && fact.Polity is not null)
        {
            var known = new FactsAsKnown(
                await ledger.EntriesAboutAsync(taken, (await ledger.HeadAsync(cancellation)).Position, cancellation)
            );
            if (
                known.InForce.FirstOrDefault(entry => taken.Contains(entry.Fact.Id) && Likeness.IsSameRequest(fact, entry.Fact)) is { } same
            )
            {
                throw Draft.Repeated(new("", same.Fact.Id));
            }
        }

        return (fact with { Id = candidates.Find(id => !taken.Contains(id)) ?? $"{candidates[0]}-{Guid.CreateVersion7():N}" }, false);
    }

    /// <summary>The polity whose claim or fact is preferred; null if there is none.</summary>
    private async Task<string?> PolityOfAsync(ClaimPreferred preference, CancellationToken cancellation)
    {
        if (preference.Episode is { } episode)
        {
            return episode.Split('/')[0];
        }

        var head = await ledger.HeadAsync(cancellation);
        return (await ledger.EntriesAboutAsync(preference.Preferred, head.Position, cancellation))
            .Select(entry => entry.Fact)
            .FirstOrDefault(fact => preference.Preferred.Contains(fact.Id))
            ?.Polity;
    }

    /// <summary>The things of which the check of a fact asks.</summary>
    private async Task<ConcernedThings> ThingsConcerningAsync(
        Fact? fact,
        EntityRegister entities,
        Head head,
        CancellationToken cancellation
    )
    {
        if (fact is not { Polity: { } polity } || !ConcernedThings.Concerns(fact))
        {
            return ConcernedThings.None;
        }

        var record = new RecordSoFar(entities);
        foreach (var entry in await ledger.FactsOfAsync(polity, head.Position, cancellation))
        {
            record.Add(entry);
        }

        return record.ThingsConcerning(fact);
    }

    /// <summary>The identifications of facts of the polity, if the check of a fact asks for them.</summary>
    private async Task<FactsAsKnown> IdentifiedAsync(Fact? fact, Head head, CancellationToken cancellation)
    {
        if (fact is not { Polity: { } polity })
        {
            return new([]);
        }

        for (var at = fact; at is not FactsIdentified; )
        {
            if (at is not ChangeOfFact { Target: var target })
            {
                return new([]);
            }

            at = (await ledger.EntriesAboutAsync([target], head.Position, cancellation))
                .Select(entry => entry.Fact)
                .FirstOrDefault(one => one.Id == target);
        }

        return new(await ledger.IdentificationsOfFactsAsync(polity, head.Position, cancellation));
    }

    /// <summary>Whether facts are recorded of a polity, as far as the check of a fact asks.</summary>
    private async Task<Func<string, bool>> PolitiesWithFactsAsync(Fact? fact, Head head, CancellationToken cancellation)
    {
        if (fact is null || !IdentityCheck.Concerns(fact))
        {
            return _ => false;
        }

        var polities = await ledger.PolitiesAsync(cancellation);
        return polities.Where(polity => polity.Position <= head.Position).Select(polity => polity.Polity).ToHashSet().Contains;
    }

    /// <summary>The stored texts of the sources that a fact cites.</summary>
    private async Task<IReadOnlyList<SnapshotText>> TextsOfAsync(Fact? fact, SourceRegister archived, CancellationToken cancellation)
    {
        var found = new List<SnapshotText>();
        var cited = fact is null ? [] : CitationCheck.CitationsIn(fact);
        foreach (
            var source in cited
                .Select(citation => archived.Find(citation.Source)?.Source)
                .OfType<SourceArchived>()
                .DistinctBy(source => source.Source)
        )
        {
            found.AddRange(await texts.TextsOfAsync(source, cancellation));
        }

        return found;
    }
}
