using System.Security.Cryptography;
using System.Text;
using ArtsakhLedger.Log;
using Shouldly;
using TransparencyLog;
using Xunit;

namespace ArtsakhLedger.Tests.Log;

public class LeafWriterTests
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero).AddMicroseconds(1);
    private static readonly byte[] Salt = [.. Enumerable.Range(0, LeafWriter.SaltLength).Select(i => (byte)i)];

    [Fact]
    public void A_leaf_is_canonical_JSON_that_names_neither_author_nor_content()
    {
        var leaf = Of("""{"id":"x","quote":"somebody said"}""");

        var (author, body) = (
            Sha256([.. Salt, .. """{"name":"Somebody","subject":"s-1"}"""u8]),
            Sha256([.. Salt, .. """{"id":"x","quote":"somebody said"}"""u8])
        );
        Encoding
            .UTF8.GetString(leaf)
            .ShouldBe(
                $$$"""{"authorSha256":"{{{author}}}","batch":"artsakh/0001-article","bodySha256":"{{{body}}}","position":"""
                    + """212,"recordedAt":"2026-11-23T10:00:00.000001Z","stream":"artsakh/office/washington-d-c","type":"office-opened","version":3}"""
            );
        CanonicalJson.Canonicalize(leaf).ShouldBe(leaf);
    }

    [Fact]
    public void What_came_over_HTTP_has_no_batch() =>
        Encoding.UTF8.GetString(new LeafWriter().Write(1, "s", 1, "t", At, null, new("a", "A"), "{}"u8, Salt)).ShouldNotContain("batch");

    [Fact]
    public void Two_salts_hide_that_two_bodies_are_the_same()
    {
        var leaves = new LeafWriter();
        var (one, other) = (LeafWriter.NewSalt(), LeafWriter.NewSalt());

        one.Length.ShouldBe(16);
        leaves
            .Write(1, "s", 1, "t", At, null, new("a", "A"), "{}"u8, one)
            .ShouldNotBe(leaves.Write(1, "s", 1, "t", At, null, new("a", "A"), "{}"u8, other));
        leaves
            .Write(1, "s", 1, "t", At, null, new("a", "A"), "{}"u8, one)
            .ShouldBe(new LeafWriter().Write(1, "s", 1, "t", At, null, new("a", "A"), "{}"u8, one));
    }

    [Fact]
    public void A_leaf_longer_than_an_entry_of_the_log_is_refused() =>
        Should
            .Throw<CanonicalJsonException>(() =>
                new LeafWriter().Write(1, new string('s', 65_535), 1, "t", At, null, new("a", "A"), "{}"u8, Salt)
            )
            .Message.ShouldContain("65535");

    private static byte[] Of(string body) =>
        new LeafWriter().Write(
            212,
            "artsakh/office/washington-d-c",
            3,
            "office-opened",
            At,
            "artsakh/0001-article",
            new("s-1", "Somebody"),
            Encoding.UTF8.GetBytes(body),
            Salt
        );

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
