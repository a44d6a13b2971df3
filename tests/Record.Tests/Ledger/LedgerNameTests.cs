using ArtsakhLedger.Ledger;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

public sealed class LedgerNameTests
{
    [Theory]
    [InlineData("Foreign relations of Somaliland", "foreign-relations-of-somaliland")]
    [InlineData("  Kosovo & Serbia, 1999–2013 (a draft)\t", "kosovo-serbia-19992013-a-draft")]
    [InlineData("L'État et ses voisins", "l-etat-et-ses-voisins")]
    [InlineData("7", "7")]
    public void A_name_is_kept_as_it_is_written_without_the_space_around_it(string text, string inAscii)
    {
        var name = LedgerName.From(text);

        name.Text.ShouldBe(text.Trim());
        name.InAscii.ShouldBe(inAscii);
        name.IsOwn.ShouldBeTrue();
        name.ShouldBe(LedgerName.From(text.Trim()));
    }

    [Theory]
    [InlineData("سجل العلاقات الخارجية")]
    [InlineData("می‌خواهم")]
    [InlineData("蘇丹的外交關係")]
    public void A_name_may_be_in_any_script(string text)
    {
        LedgerName.From(text).Text.ShouldBe(text);
        LedgerName.From(text).InAscii.ShouldMatch("^[a-z0-9-]+$");
    }

    [Fact]
    public void Two_ways_to_write_an_accent_are_one_name() =>
        LedgerName.From("Etat e\u0301tranger").ShouldBe(LedgerName.From("Etat \u00E9tranger"));

    [Theory]
    [InlineData(null, "letter or a digit")]
    [InlineData("", "letter or a digit")]
    [InlineData(" – ", "letter or a digit")]
    [InlineData("<b>Somaliland</b>", "character <")]
    [InlineData("Somaliland > Somalia", "character >")]
    [InlineData(@"\input{x}", @"character \")]
    [InlineData("a {b}", "character {")]
    [InlineData("`rm`", "character `")]
    [InlineData("Foreign relations\nof Somaliland", "line break")]
    [InlineData("Foreign relations\u2028of Somaliland", "line break")]
    [InlineData("Somali\0land", "line break")]
    [InlineData("Somali\u202Eland", "direction of writing")]
    [InlineData("Somali\u200Bland", "invisible")]
    [InlineData("Somali\uD800land", "invisible")]
    public void What_would_be_markup_or_break_a_line_is_refused(string? text, string why) =>
        Should.Throw<UnusableLedgerNameException>(() => LedgerName.From(text)).Message.ShouldContain(why);

    [Fact]
    public void A_name_fits_into_a_title()
    {
        LedgerName.From(new('x', LedgerName.MaximumLength)).Text.Length.ShouldBe(100);
        Should
            .Throw<UnusableLedgerNameException>(() => LedgerName.From(new('x', LedgerName.MaximumLength + 1)))
            .Message.ShouldBe("The ledger's name has 101 characters; 100 are allowed.");
    }

    [Fact]
    public void Without_a_name_a_ledger_has_that_of_the_program()
    {
        LedgerName.Default.IsOwn.ShouldBeFalse();
        LedgerName.Default.InAscii.ShouldBe("artsakhledger");
        LedgerName.From("ArtsakhLedger").ShouldBe(LedgerName.Default);
    }
}
