using System.Text.Encodings.Web;
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

        if (LengthOf(source.Csl) > LongestCsl)
        {
            yield return new("/csl", $"the CSL metadata has {LengthOf(source.Csl)} characters as JSON; {LongestCsl} are allowed");
        }
        else if (DepthOf(source.Csl) > DeepestCsl)
        {
            yield return new("/csl", $"the CSL metadata is nested more than {DeepestCsl} deep");
        }

        for (var i = 0; i < source.Snapshots.Count; i++)
        {
            foreach (var problem in ProblemsOf(source.Snapshots[i], $"/snapshots/{i}"))
            {
                yield return problem;
            }
        }

        if (source.Snapshots.DistinctBy(snapshot => snapshot.Sha256).Count() < source.Snapshots.Count)
        {
            yield return new("/snapshots", "two of the snapshots have the same digest; name each once");
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
            case { CopyOf: { } original } when known.Standings.OriginalOf(original) is var first && first != original:
                yield return new("/copyOf", $"'{original}' is itself recorded as a copy of '{first}'; name that one");
                break;
        }
    }

    /// <summary>The problems of a snapshot, at JSON pointers below one.</summary>
    public static IEnumerable<FactProblem> ProblemsOf(Snapshot snapshot, string pointer)
    {
        if (!Sha256.IsMatch(snapshot.Sha256))
        {
            yield return new($"{pointer}/sha256", "this is not a SHA-256 digest; write 64 lower-case hexadecimal digits");
        }

        if (snapshot.Length < 1)
        {
            yield return new($"{pointer}/length", "the length must be the number of code points of the text, at least 1");
        }

        if (snapshot.Passages.Count > Snapshot.MaximumPassages)
        {
            yield return new(
                $"{pointer}/passages",
                $"the text has {snapshot.Passages.Count} passages; {Snapshot.MaximumPassages} are allowed, so archive the part of it that facts cite"
            );
            yield break;
        }

        for (var (i, end) = (0, 0); i < snapshot.Passages.Count; end = snapshot.Passages[i].End(), i++)
        {
            var passage = snapshot.Passages[i];
            if (passage.Start < end || passage.Length < 1 || (long)passage.Start + passage.Length > snapshot.Length)
            {
                yield return new(
                    $"{pointer}/passages/{i}",
                    $"the passage overlaps the one before it, or lies outside of the text of {snapshot.Length} code points"
                );
                yield break;
            }

            if (!Sha256.IsMatch(passage.Sha256))
            {
                yield return new($"{pointer}/passages/{i}/sha256", "this is not a SHA-256 digest; write 64 lower-case hexadecimal digits");
            }

            if (passage.NotRecorded?.Length > LongestNotRecorded)
            {
                yield return new(
                    $"{pointer}/passages/{i}/notRecorded",
                    $"say in {LongestNotRecorded} characters why nothing of it is recorded"
                );
            }
        }
    }

    /// <summary>Letters of every script count as one character.</summary>
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int LongestCsl = 20_000;
    private const int DeepestCsl = 8;
    private const int LongestNotRecorded = 200;

    private static int LengthOf(JsonObject csl) => csl.ToJsonString(AsWritten).Length;

    private static int DepthOf(JsonNode? node) =>
        node switch
        {
            JsonObject members => 1 + members.Select(member => DepthOf(member.Value)).DefaultIfEmpty().Max(),
            JsonArray items => 1 + items.Select(DepthOf).DefaultIfEmpty().Max(),
            _ => 0,
        };

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Sha256 { get; }
}
