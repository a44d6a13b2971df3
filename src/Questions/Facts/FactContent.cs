using System.Text.Json.Nodes;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Facts;

/// <summary>A fact in the form that files and requests have, but with the number of an archived text's passages in place of their digests: these are
/// as many as the text is long, and have an address of their own.</summary>
public static class FactContent
{
    public static JsonObject Of(Fact fact)
    {
        var content = FactJson.ContentOf(WithoutPassages(fact));
        CountPassages(content, fact);
        return content;
    }

    private static Fact WithoutPassages(Fact fact) =>
        fact switch
        {
            SnapshotArchived archived => archived with { Snapshot = archived.Snapshot with { Passages = [] } },
            SourceArchived source => source with { Snapshots = [.. source.Snapshots.Select(snapshot => snapshot with { Passages = [] })] },
            FactCorrected corrected => corrected with { Content = WithoutPassages(corrected.Content) },
            _ => fact,
        };

    private static void CountPassages(JsonNode content, Fact fact)
    {
        switch (fact)
        {
            case SnapshotArchived archived:
                CountPassages(content["snapshot"]!, archived.Snapshot);
                break;
            case SourceArchived source:
                foreach (var (i, snapshot) in source.Snapshots.Index())
                {
                    CountPassages(content["snapshots"]![i]!, snapshot);
                }

                break;
            case FactCorrected corrected:
                CountPassages(content["content"]!, corrected.Content);
                break;
        }
    }

    private static void CountPassages(JsonNode content, Snapshot snapshot) => content["passages"] = snapshot.Passages.Count;
}
