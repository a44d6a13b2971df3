using System.Security.Cryptography;
using System.Text.Json;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;
using Microsoft.Net.Http.Headers;

namespace ArtsakhLedger.Http;

/// <summary>Strong ETags: a digest of the answer's JSON, so that a tag changes exactly when the answer does and survives restarts. Other
/// representations of the same answer add a suffix after a hyphen.</summary>
public static class EntityTags
{
    /// <summary>The tag of an answer in JSON.</summary>
    public static EntityTagHeaderValue Of(ReadOnlySpan<byte> json) => new($"\"{VersionOf(json)}\"");

    /// <summary>The tag of the answer about one fact.</summary>
    public static EntityTagHeaderValue OfFact(string id, FactsAsKnown facts) =>
        Of(JsonSerializer.SerializeToUtf8Bytes(FactAnswer.Of(id, facts), FactJson.Options));

    /// <summary>The part of a tag that all representations of an answer share.</summary>
    public static string VersionOf(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16));

    /// <summary>Whether the client already has the answer with a tag, according to <c>If-None-Match</c>.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(asked => asked.Equals(EntityTagHeaderValue.Any) || asked.Compare(tag, useStrongComparison: false));

    /// <summary>Whether both are tags of the same answer in any representation: an editor may name the version that a page
    /// showed.</summary>
    public static bool SameVersion(EntityTagHeaderValue sent, EntityTagHeaderValue known) =>
        VersionIn(sent).SequenceEqual(VersionIn(known));

    private static ReadOnlySpan<char> VersionIn(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.AsSpan().Trim('"');
        return text.IndexOf('-') is > 0 and var end ? text[..end] : text;
    }
}
