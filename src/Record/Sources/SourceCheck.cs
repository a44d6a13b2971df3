using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Sources;

/// <summary>Checks the description of a source.</summary>
internal static partial class SourceCheck
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
            yield return new("/csl", "the CSL metadata needs at least a title: csl: { type: …, title: … }");
        }

        for (var i = 0; i < source.Snapshots.Count; i++)
        {
            if (!Sha256.IsMatch(source.Snapshots[i].Sha256))
            {
                yield return new($"/snapshots/{i}/sha256", "this is not a SHA-256 digest; write 64 lower-case hexadecimal digits");
            }

            if (source.Snapshots[i].Length < 1)
            {
                yield return new($"/snapshots/{i}/length", "the length must be the number of code points of the text, at least 1");
            }
        }

        if (source is { ExcerptOnly: true, Snapshots.Count: > 0 })
        {
            yield return new("/excerptOnly", "a source with snapshots is not known only by an excerpt; leave one of the two out");
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Sha256 { get; }
}
