namespace TransparencyLog.Tests;

public class EntryBundleTests
{
    [Fact]
    public void Each_entry_is_prefixed_by_its_big_endian_16_bit_length() =>
        EntryBundle
            .Encode([
                [7, 8, 9],
                [],
                new byte[258],
            ])
            .ShouldBe([0, 3, 7, 8, 9, 0, 0, 1, 2, .. new byte[258]]);

    [Fact]
    public void A_bundle_round_trips()
    {
        byte[][] entries =
        [
            [1],
            [],
            new byte[EntryBundle.MaxEntryLength],
            [2, 3],
        ];

        EntryBundle.Decode(EntryBundle.Encode(entries)).ShouldBe(entries);
        EntryBundle.Decode([]).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_of_more_than_65535_bytes_is_rejected() =>
        Should.Throw<ArgumentException>(() => EntryBundle.Encode([new byte[65_536]])).Message.ShouldContain("65535");

    [Fact]
    public void A_truncated_bundle_is_rejected()
    {
        var bundle = EntryBundle.Encode([
            [1, 2, 3],
            [4, 5],
        ]);
        for (var length = 1; length < bundle.Length; length++)
        {
            if (length != 5)
                Should.Throw<FormatException>(() => EntryBundle.Decode(bundle.AsSpan(0, length)), $"{length} bytes");
        }
    }
}
