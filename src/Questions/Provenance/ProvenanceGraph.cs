using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Provenance;

/// <summary>The provenance of a fact as linked data: versions and their authors in the terms of PROV-O, quotes as annotations of the Web
/// Annotation model, whose targets are snapshots named by their digest (RFC 6920). Addresses are relative to the document's own. A pure
/// function of the plain answer.</summary>
public sealed class ProvenanceGraph
{
    private const string Annotations = "http://www.w3.org/ns/anno.jsonld";
    private const string Prov = "http://www.w3.org/ns/prov#";

    private readonly ProvenanceAnswer answer;
    private readonly JsonArray graph = [];
    private readonly HashSet<string> described = [];

    private ProvenanceGraph(ProvenanceAnswer answer) => this.answer = answer;

    public static JsonObject Of(ProvenanceAnswer answer)
    {
        var writing = new ProvenanceGraph(answer);
        writing.AddFact();
        writing.AddVersions();
        for (var i = 0; i < answer.Citations.Count; i++)
        {
            writing.AddSource(answer.Citations[i]);
            writing.AddAnnotation(answer.Citations[i], i + 1);
        }

        return new() { ["@context"] = new JsonArray(Annotations, OwnTerms()), ["@graph"] = writing.graph };
    }

    /// <summary>The terms that the context of Web Annotation does not have.</summary>
    private static JsonObject OwnTerms()
    {
        JsonObject Link(string name) => new() { ["@id"] = Prov + name, ["@type"] = "@id" };
        JsonObject Instant(string name) => new() { ["@id"] = Prov + name, ["@type"] = "http://www.w3.org/2001/XMLSchema#dateTime" };
        return new()
        {
            ["Entity"] = Prov + "Entity",
            ["Activity"] = Prov + "Activity",
            ["Agent"] = Prov + "Agent",
            ["specializationOf"] = Link("specializationOf"),
            ["wasRevisionOf"] = Link("wasRevisionOf"),
            ["wasGeneratedBy"] = Link("wasGeneratedBy"),
            ["wasInvalidatedBy"] = Link("wasInvalidatedBy"),
            ["wasAttributedTo"] = Link("wasAttributedTo"),
            ["wasAssociatedWith"] = Link("wasAssociatedWith"),
            ["hadPrimarySource"] = Link("hadPrimarySource"),
            ["generatedAtTime"] = Instant("generatedAtTime"),
            ["endedAtTime"] = Instant("endedAtTime"),
            ["title"] = "http://purl.org/dc/terms/title",
            ["licence"] = "http://purl.org/dc/terms/license",
        };
    }

    private void AddFact()
    {
        var labels = answer.Statements.Count == 0 ? [answer.Type] : answer.Statements.Select(stated => stated.Statement);
        graph.Add(
            new JsonObject
            {
                ["id"] = answer.Fact,
                ["type"] = "Entity",
                ["label"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]),
                ["hadPrimarySource"] = new JsonArray([
                    .. answer
                        .Citations.Where(citation => citation.For != CitedFor.Denial)
                        .Select(citation => citation.Source.Source)
                        .Distinct()
                        .Select(source => (JsonNode)source),
                ]),
            }
        );
    }

    private void AddVersions()
    {
        JsonObject? before = null;
        foreach (var version in answer.Versions)
        {
            var activity = $"_:activity-{version.Position}";
            graph.Add(
                new JsonObject
                {
                    ["id"] = activity,
                    ["type"] = "Activity",
                    ["label"] = version.Reason is null ? version.Type : $"{version.Type}: {version.Reason}",
                    ["endedAtTime"] = Written(version.RecordedAt),
                    ["wasAssociatedWith"] = AgentOf(version.Author),
                }
            );
            if (!version.InForce)
            {
                before?["wasInvalidatedBy"] = activity;
                continue;
            }

            var entity = new JsonObject
            {
                ["id"] = version.Version,
                ["type"] = "Entity",
                ["specializationOf"] = answer.Fact,
                ["generatedAtTime"] = Written(version.RecordedAt),
                ["wasAttributedTo"] = AgentOf(version.Author),
                ["wasGeneratedBy"] = activity,
            };
            if (before is not null)
            {
                entity["wasRevisionOf"] = before["id"]!.DeepClone();
            }

            graph.Add(entity);
            before = entity;
        }
    }

    private void AddSource(QuotedPassage citation)
    {
        var source = citation.Source;
        if (described.Add(source.Source))
        {
            var entity = new JsonObject { ["id"] = source.Source, ["type"] = "Entity" };
            if (source.Title is { } title)
            {
                entity["title"] = title;
            }

            if (source.Licence is { } licence)
            {
                entity["licence"] = licence;
            }

            graph.Add(entity);
        }

        if (citation.Snapshot is { } snapshot && described.Add(snapshot.Sha256))
        {
            graph.Add(
                new JsonObject
                {
                    ["id"] = NameOf(snapshot),
                    ["type"] = "Entity",
                    ["specializationOf"] = source.Source,
                }
            );
        }
    }

    private void AddAnnotation(QuotedPassage citation, int number)
    {
        var quote = new JsonObject { ["type"] = "TextQuoteSelector", ["exact"] = citation.Quote };
        foreach (var (name, words) in new[] { ("prefix", citation.Prefix), ("suffix", citation.Suffix) })
        {
            if (words is not null)
            {
                quote[name] = words;
            }
        }

        var selectors = new JsonArray(quote);
        if (citation is { Start: { } start, End: { } end })
        {
            selectors.Add(
                new JsonObject
                {
                    ["type"] = "TextPositionSelector",
                    ["start"] = start,
                    ["end"] = end,
                }
            );
        }

        graph.Add(
            new JsonObject
            {
                ["id"] = $"{answer.Self}#citation-{number}",
                ["type"] = "Annotation",
                ["motivation"] = citation.For == CitedFor.Denial ? "questioning" : "linking",
                ["created"] = Written(citation.RecordedAt),
                ["creator"] = AgentOf(citation.Author),
                ["body"] = answer.Fact,
                ["target"] = new JsonObject
                {
                    ["type"] = "SpecificResource",
                    ["source"] = citation.Snapshot is { } snapshot ? NameOf(snapshot) : citation.Source.Source,
                    ["selector"] = selectors,
                },
            }
        );
    }

    /// <summary>The node of an author, who has no address: the same author is the same node everywhere.</summary>
    private string AgentOf(Author author)
    {
        var node = $"_:agent-{Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(author.Subject))}";
        if (described.Add(node))
        {
            graph.Add(
                new JsonObject
                {
                    ["id"] = node,
                    ["type"] = "Agent",
                    ["name"] = author.Name,
                    ["account"] = author.Subject,
                }
            );
        }

        return node;
    }

    private static string NameOf(SnapshotPlace snapshot) =>
        $"ni:///sha-256;{Base64Url.EncodeToString(Convert.FromHexString(snapshot.Sha256))}";

    private static JsonNode Written(DateTimeOffset instant) => JsonSerializer.SerializeToNode(instant, FactJson.Options)!;
}
