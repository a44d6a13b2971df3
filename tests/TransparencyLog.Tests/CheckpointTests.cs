namespace TransparencyLog.Tests;

public class CheckpointTests
{
    // The example of C2SP tlog-checkpoint.
    private const string Example = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=

        """;

    [Fact]
    public void The_example_of_the_standard_round_trips()
    {
        var note = SignedNote.Parse(Example);
        var checkpoint = Checkpoint.Parse(note.Text);

        checkpoint.Origin.ShouldBe("example.com/behind-the-sofa");
        checkpoint.Head.ShouldBe(new TreeHead(20852163, MerkleHash.FromBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")));
        checkpoint.Text.ShouldBe(note.Text);
        note.Signatures.ShouldHaveSingleItem().KeyId.ShouldBe(0x033de0aeu);
        note.ToString().ShouldBe(Example);
    }

    [Fact]
    public void A_signed_checkpoint_opens_only_with_the_key_of_the_log()
    {
        using var key = SigningKey.Create("log.example");
        using var other = SigningKey.Create("log.example");
        var checkpoint = new Checkpoint("log.example", new(3, ReferenceTree.Roots[3]));
        var note = checkpoint.Sign(key).ToString();

        var opened = Checkpoint.Open(note, key.Verifier);

        (opened.Origin, opened.Head).ShouldBe((checkpoint.Origin, checkpoint.Head));
        Should.Throw<NoteVerificationException>(() => Checkpoint.Open(note, other.Verifier));
        Should.Throw<NoteVerificationException>(() =>
            Checkpoint.Open(note.Replace("\n3\n", "\n4\n", StringComparison.Ordinal), key.Verifier)
        );
    }

    [Fact]
    public void Extension_lines_are_preserved()
    {
        var text = $"log.example\n0\n{MerkleHash.EmptyTree.ToBase64()}\nfirst\nsecond line\n";

        var checkpoint = Checkpoint.Parse(text);

        checkpoint.Extensions.ShouldBe(["first", "second line"]);
        checkpoint.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("log\n1\n")]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n")]
    [InlineData("log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n")]
    [InlineData("log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nx\n")]
    public void What_is_not_a_checkpoint_is_rejected(string text) => Should.Throw<FormatException>(() => Checkpoint.Parse(text));
}
