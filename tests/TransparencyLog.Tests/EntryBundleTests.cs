namespace TransparencyLog.Tests;

public class EntryBundleTests
{
    [Fact]
    public void Each_entry_stands_after_its_length_in_two_bytes_big_endian() =>
        EntryBundle
            .Write([
                [7, 8, 9],
                [],
                new byte[258],
            ])
            .ShouldBe([0, 3, 7, 8, 9, 0, 0, 1, 2, .. new byte[258]]);

    [Fact]
    public void A_bundle_is_read_again()
    {
        byte[][] entries =
        [
            [1],
            [],
            new byte[EntryBundle.LongestEntry],
            [2, 3],
        ];

        EntryBundle.Read(EntryBundle.Write(entries)).ShouldBe(entries);
        EntryBundle.Read([]).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_of_more_than_65535_bytes_is_refused() =>
        Should.Throw<ArgumentException>(() => EntryBundle.Write([new byte[65_536]])).Message.ShouldContain("65535");

    [Fact]
    public void A_bundle_that_breaks_off_is_refused()
    {
        var bundle = EntryBundle.Write([
            [1, 2, 3],
            [4, 5],
        ]);
        for (var length = 1; length < bundle.Length; length++)
        {
            if (length != 5)
                Should.Throw<FormatException>(() => EntryBundle.Read(bundle.AsSpan(0, length)), $"{length} bytes");
        }
    }
}
