using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>What must hold of the description of a source.</summary>
public static partial class SourceCheck
{
    public static IEnumerable<FactProblem> ProblemsOf(SourceArchived source)
    {
        if (!Slug.IsValid(source.Source))
        {
            yield return new("/id", Slug.Invalid(source.Source));
        }

        if (
            source.Csl["title"] is not JsonValue title
            || title.GetValueKind() != JsonValueKind.String
            || string.IsNullOrWhiteSpace(title.GetValue<string>())
        )
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

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256 { get; }
}
