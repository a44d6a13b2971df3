namespace TransparencyLog.Tests;

public sealed class TlogProofTests : IDisposable
{
    private readonly SigningKey key = SigningKey.Create("log.example");

    // The example of C2SP tlog-proof, without its signatures, which are abridged there.
    private const string ExampleWithoutSignatures = """
        c2sp.org/tlog-proof@v1
        extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6kYXJ3aW4tYXJ
        index 73894
        gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
        B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
        EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
        RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
        AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

        example.com/fancylog
        109482
        sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=


        """;

    [Fact]
    public void The_example_of_the_standard_round_trips()
    {
        var signature = key.Sign("another text\n");
        // The extra data as printed is one character short of valid base64: drop the last group.
        var text = $"{ExampleWithoutSignatures.Replace("Gd6kYXJ3aW4tYXJ", "Gd6kYXJ3aW4t", StringComparison.Ordinal)}{signature}\n";

        var proof = TlogProof.Parse(text);

        (proof.Index, proof.Hashes.Count, proof.Extra!.Value.Length).ShouldBe((73894, 5, 39));
        proof.Hashes[4].ToBase64().ShouldBe("AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=");
        Checkpoint.Parse(proof.Checkpoint.Text).Head.Size.ShouldBe(109482);
        proof.ToString().ShouldBe(text);
    }

    [Fact]
    public void Every_entry_of_a_log_can_be_verified_with_its_key()
    {
        for (var size = 1; size <= 8; size++)
        {
            var note = new Checkpoint("log.example", new(size, ReferenceTree.Roots[size])).Sign(key);
            for (var index = 0; index < size; index++)
            {
                var text = new TlogProof(index, InclusionProof.Create(index, size, ReferenceTree.Tree.HashOf).Hashes, note).ToString();

                TlogProof.Parse(text).Verify(ReferenceTree.Entries[index], key.Verifier).Head.Size.ShouldBe(size);
            }
        }
    }

    [Fact]
    public void Another_entry_index_or_key_is_rejected()
    {
        using var other = SigningKey.Create("log.example");
        var proof = ProofOfThird();

        Should
            .Throw<NoteVerificationException>(() => proof.Verify(ReferenceTree.Entries[3], key.Verifier))
            .Message.ShouldContain("index 2");
        Should.Throw<NoteVerificationException>(() => (proof with { Index = 3 }).Verify(ReferenceTree.Entries[2], key.Verifier));
        Should.Throw<NoteVerificationException>(() => proof.Verify(ReferenceTree.Entries[2], other.Verifier));
    }

    [Fact]
    public void A_proof_of_the_only_leaf_has_no_hashes()
    {
        var note = new Checkpoint("log.example", new(1, ReferenceTree.Roots[1])).Sign(key);
        var text = new TlogProof(0, [], note).ToString();

        text.ShouldStartWith("c2sp.org/tlog-proof@v1\nindex 0\n\nlog.example\n1\n");
        TlogProof.Parse(text).Verify(ReferenceTree.Entries[0], key.Verifier).Head.Size.ShouldBe(1);
    }

    [Fact]
    public void Extra_data_is_preserved()
    {
        var proof = TlogProof.Parse((ProofOfThird() with { Extra = new byte[] { 1, 2, 3 } }).ToString());

        proof.Extra!.Value.ToArray().ShouldBe([1, 2, 3]);
        proof.ToString().ShouldStartWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 2\n");
    }

    [Theory]
    [InlineData("tlog-proof@v1", "tlog-proof@v2")]
    [InlineData("index 2", "index 02")]
    [InlineData("index 2", "index -2")]
    [InlineData("index 2", "Index 2")]
    [InlineData("index 2\n", "")]
    [InlineData("index 2", "extra ?\nindex 2")]
    [InlineData("index 2\n", "index 2\nAAAA\n")]
    [InlineData("\n\n", "\n")]
    public void What_is_not_a_proof_is_rejected(string old, string with) =>
        Should.Throw<FormatException>(() => TlogProof.Parse(ProofOfThird().ToString().Replace(old, with, StringComparison.Ordinal)));

    public void Dispose() => key.Dispose();

    private TlogProof ProofOfThird() =>
        new(
            2,
            InclusionProof.Create(2, 7, ReferenceTree.Tree.HashOf).Hashes,
            new Checkpoint("log.example", new(7, ReferenceTree.Roots[7])).Sign(key)
        );
}
