namespace TransparencyLog.Tests;

public class KeyTests
{
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    // RFC 8032, section 7.1, test 1, which signs the empty message.
    private const string Rfc8032Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private const string Rfc8032PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private const string Rfc8032Signature =
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

    [Fact]
    public void The_verifier_key_of_the_standard_round_trips()
    {
        var key = VerifierKey.Parse(ExampleKey);

        (key.Name, key.Id).ShouldBe(("example.com/foo", 0x530d903au));
        key.ToString().ShouldBe(ExampleKey);
        key.ShouldBe(VerifierKey.Parse(ExampleKey));
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com/foo")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo +530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    public void What_is_not_an_Ed25519_verifier_key_is_rejected(string vkey) =>
        Should.Throw<FormatException>(() => VerifierKey.Parse(vkey));

    [Fact]
    public void A_key_signs_as_in_RFC_8032()
    {
        using var key = SigningKey.Parse(TextOf("test.example", Rfc8032Seed));

        Convert.ToHexStringLower(key.Sign("").Signature.Span).ShouldBe(Rfc8032Signature);
        Convert.FromBase64String(key.Verifier.ToString().Split('+', 3)[2]).ShouldBe([1, .. Convert.FromHexString(Rfc8032PublicKey)]);
        key.Verifier.Verify("", Convert.FromHexString(Rfc8032Signature)).ShouldBeTrue();
        key.Verifier.Verify("x", Convert.FromHexString(Rfc8032Signature)).ShouldBeFalse();
    }

    [Fact]
    public void A_new_key_is_unique_and_round_trips()
    {
        using var key = SigningKey.Create("log.example");
        using var other = SigningKey.Create("log.example");
        using var again = SigningKey.Parse(key.Export());

        again.Verifier.ShouldBe(key.Verifier);
        other.Verifier.ShouldNotBe(key.Verifier);
        again.Verifier.Verify("text\n", key.Sign("text\n").Signature.Span).ShouldBeTrue();
    }

    [Fact]
    public void Neither_ToString_nor_an_error_reveals_the_secret()
    {
        using var key = SigningKey.Create("log.example");
        var secret = key.Export().Split('+', 5)[^1];

        key.ToString().ShouldNotContain(secret);
        Should
            .Throw<FormatException>(() => SigningKey.Parse(key.Export().Replace("log.example", "log2.example", StringComparison.Ordinal)))
            .Message.ShouldNotContain(secret);
        Should.Throw<FormatException>(() => SigningKey.Parse($"{key.Export()}A")).Message.ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u00a0b")]
    [InlineData("a\nb")]
    public void An_invalid_key_name_is_rejected(string name) => Should.Throw<ArgumentException>(() => SigningKey.Create(name));

    private static string TextOf(string name, string seed)
    {
        byte[] keyBytes = [1, .. Convert.FromHexString(Rfc8032PublicKey)];
        var id = System
            .Security.Cryptography.SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes($"{name}\n"), .. keyBytes])
            .AsSpan(0, 4);
        return $"PRIVATE+KEY+{name}+{Convert.ToHexStringLower(id)}+{Convert.ToBase64String([1, .. Convert.FromHexString(seed)])}";
    }
}
