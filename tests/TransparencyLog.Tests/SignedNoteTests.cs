namespace TransparencyLog.Tests;

public class SignedNoteTests
{
    // The example of C2SP signed-note.
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string ExampleText = "This is an example message.\n";
    private const string ExampleSignature =
        "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private const string Example = $"{ExampleText}\n{ExampleSignature}";

    [Fact]
    public void The_example_of_the_standard_is_verified_by_its_key()
    {
        var note = SignedNote.Parse(Example);

        note.Text.ShouldBe(ExampleText);
        note.Verify(VerifierKey.Parse(ExampleKey)).ShouldHaveSingleItem().Name.ShouldBe("example.com/foo");
        note.ToString().ShouldBe(Example);
    }

    [Fact]
    public void Verify_returns_the_trusted_keys_that_signed()
    {
        using var first = SigningKey.Create("log.example");
        using var second = SigningKey.Create("log.example");
        using var other = SigningKey.Create("other.example");
        var note = SignedNote.Parse(SignedNote.Sign("one\n\ntwo\n", first, other, second).ToString());

        note.Text.ShouldBe("one\n\ntwo\n");
        note.Verify(second.Verifier, first.Verifier).ShouldBe([first.Verifier, second.Verifier]);
        note.Verify(other.Verifier).ShouldBe([other.Verifier]);
        Should.Throw<NoteVerificationException>(() => note.Verify(VerifierKey.Parse(ExampleKey)));
        Should.Throw<NoteVerificationException>(() => note.Verify());
    }

    [Fact]
    public void A_key_that_signed_twice_counts_once()
    {
        using var key = SigningKey.Create("log.example");

        SignedNote.Sign("text\n", key, key).Verify(key.Verifier).Count.ShouldBe(1);
    }

    [Fact]
    public void A_changed_text_is_rejected_even_if_another_trusted_key_signed_it()
    {
        using var key = SigningKey.Create("log.example");
        var changed = "This is an example message!\n";
        var note = SignedNote.Parse(Example) with { Text = changed };

        Should.Throw<NoteVerificationException>(() => note.Verify(VerifierKey.Parse(ExampleKey)));
        Should.Throw<NoteVerificationException>(() =>
            (note with { Signatures = [key.Sign(changed), .. note.Signatures] }).Verify(VerifierKey.Parse(ExampleKey), key.Verifier)
        );
    }

    [Fact]
    public void Signatures_of_unknown_keys_are_ignored_even_under_a_known_name_or_ID()
    {
        var known = VerifierKey.Parse(ExampleKey);
        var sameName = new NoteSignature(known.Name, known.Id + 1, new byte[64]);
        var sameId = new NoteSignature("example.com/bar", known.Id, new byte[64]);
        var note = SignedNote.Parse(Example);

        (note with { Signatures = [sameName, sameId, .. note.Signatures] }).Verify(known).ShouldBe([known]);
        Should.Throw<NoteVerificationException>(() => (note with { Signatures = [sameName, sameId] }).Verify(known));
    }

    [Fact]
    public void A_note_can_have_a_hundred_signatures_but_no_more()
    {
        var signatures = string.Concat(Enumerable.Repeat(ExampleSignature, 100));

        SignedNote.Parse($"{ExampleText}\n{signatures}").Signatures.Count.ShouldBe(100);
        Should.Throw<FormatException>(() => SignedNote.Parse($"{ExampleText}\n{signatures}{ExampleSignature}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\nno signature\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— name AAAAAAA\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA= AAAAAAA=\n")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    [InlineData("text\r\n\n— name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=\n\n")]
    public void What_is_not_a_note_is_rejected(string note) => Should.Throw<FormatException>(() => SignedNote.Parse(note));

    [Theory]
    [InlineData("")]
    [InlineData("no newline at the end")]
    [InlineData("a tab\there\n")]
    public void A_text_that_a_note_cannot_have_is_not_signed(string text)
    {
        using var key = SigningKey.Create("log.example");

        Should.Throw<ArgumentException>(() => SignedNote.Sign(text, key));
    }
}
