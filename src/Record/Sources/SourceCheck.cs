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

    /// <summary>Checks an assessment: it names a source, and for a copy the original that it copies.</summary>
    public static IEnumerable<FactProblem> ProblemsOf(SourceAssessed assessment, SourceRegister known)
    {
        if (known.Find(assessment.Source) is null)
        {
            yield return new("/source", $"the source '{assessment.Source}' is not archived; archive it first, or correct the id");
        }

        switch (assessment)
        {
            case { Standing: SourceStanding.Copy, CopyOf: null }:
                yield return new("/copyOf", "name the source that it copies: copyOf: {id}");
                break;
            case { Standing: not SourceStanding.Copy, CopyOf: not null }:
                yield return new("/copyOf", "only a copy copies a source; write standing: copy, or leave 'copyOf' out");
                break;
            case { CopyOf: { } original } when known.Find(original) is null:
                yield return new("/copyOf", $"the source '{original}' is not archived; archive it first, or correct the id");
                break;
            case { CopyOf: { } original } when known.Canonical(original) == known.Canonical(assessment.Source):
                yield return new("/copyOf", "a source cannot be a copy of itself");
                break;
            case { CopyOf: { } original } when known.Standings.CountedAs(original) is var counted && counted != original:
                yield return new("/copyOf", $"'{original}' is itself recorded as a copy of '{counted}'; name that one");
                break;
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256 { get; }
}
