using ArtsakhLedger.Entities;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Entities;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("U.S.", "us")]
    [InlineData("us", "US")]
    [InlineData("Nagorno-Karabakh", "nagorno karabakh")]
    [InlineData("Şuşa", "SUSA")]
    [InlineData("Xankəndi", "xankendi")]
    [InlineData("e\u0301tat", "État")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Weißrußland", "weissrussland")]
    [InlineData("Երևան", "ԵՐԵՒԱՆ")]
    [InlineData("Степанакерт", "степанакерт")]
    [InlineData("Йорк", "Йорк")]
    [InlineData("L’Aquila", "l'aquila")]
    [InlineData("Iğdır", "IGDIR")]
    public void Case_diacritics_and_punctuation_do_not_count(string name, string other) => NameKey.Of(name).ShouldBe(NameKey.Of(other));

    [Theory]
    [InlineData("Sydney", "Sidney")]
    [InlineData("NKR 1", "NKR 2")]
    [InlineData("Լաչին", "Բերձոր")]
    public void Letters_and_digits_count(string name, string other) => NameKey.Of(name).ShouldNotBe(NameKey.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("–…!")]
    [InlineData(" \u0301\t")]
    public void Of_what_has_neither_nothing_is_left(string name) => NameKey.Of(name).ShouldBeEmpty();
}
