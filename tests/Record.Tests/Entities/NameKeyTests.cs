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
    [InlineData("Azerbaijani", "İsa Qəmbər", "isa qəmbər")]
    [InlineData("Azerbaijani", "İSA QƏMBƏR", "isa qember")]
    [InlineData("Turkish", "IĞDIR", "ığdır")]
    [InlineData("Turkish", "İğdır", "iğdir")]
    [InlineData("Armenian", "Երևան", "ԵՐԵՎԱՆ")]
    [InlineData("Armenian", "Երևան", "ԵՐԵՒԱՆ")]
    [InlineData("Armenian", "Գաւառ", "Գավառ")]
    [InlineData("Armenian", "Շուշի", "ՇՈՒՇԻ")]
    [InlineData("Armenian", "Հմայեակ ﬓ", "Հմայեակ մն")]
    [InlineData("Georgian", "თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ")]
    [InlineData("Georgian", "თბილისი", "ႧႡႨႪႨႱႨ")]
    [InlineData("Greek", "Νίκος", "ΝΊΚΟΣ")]
    [InlineData("Greek", "Ἀθῆναι", "ΑΘΗΝΑΙ")]
    [InlineData("Greek", "ϐίος", "ΒΙΟΣ")]
    [InlineData("Russian", "Артём", "АРТЕМ")]
    [InlineData("Russian", "Министерство иностранныхъ дѣлъ", "министерство иностранныхъ делъ")]
    [InlineData("Arabic", "أحمد", "احمد")]
    [InlineData("Arabic", "القاهرة", "القاهره")]
    [InlineData("Arabic", "مُحَمَّد", "محمـــد")]
    [InlineData("Arabic", "مصطفى ١٩٩١", "مصطفي 1991")]
    [InlineData("Arabic", "ﷲ", "الله")]
    [InlineData("Persian", "کریمی", "كريمي")]
    [InlineData("Persian", "علی‌اف", "علی اف")]
    [InlineData("Persian", "خانهٔ ۱۲", "خانه 12")]
    [InlineData("Hebrew", "יְרוּשָׁלַיִם", "ירושלים")]
    [InlineData("Hebrew", "בן־גוריון", "בן גוריון")]
    [InlineData("Hebrew", "צה״ל", "צה\"ל")]
    [InlineData("Hebrew", "ייִדיש", "ײדיש")]
    [InlineData("Chinese", "ＮＫＲ１９９１", "nkr1991")]
    [InlineData("Chinese", "亞美尼亞（ＡＲＭ）", "亞美尼亞 arm")]
    [InlineData("Transliteration", "Hayk’", "Haykʼ")]
    [InlineData("Ligatures", "Oﬃce №", "OFFICE No")]
    [InlineData("Marks", "q\u0323\u0307", "Q\u0307\u0323")]
    public void Every_script_is_found_however_it_is_written(string script, string name, string other) =>
        NameKey.Of(name).ShouldBe(NameKey.Of(other), script);

    [Theory]
    [InlineData("Sydney", "Sidney")]
    [InlineData("NKR 1", "NKR 2")]
    [InlineData("Լաչին", "Բերձոր")]
    [InlineData("Шуша", "Шушь")]
    [InlineData("ბათუმი", "ფათუმი")]
    [InlineData("کرج", "گرج")]
    [InlineData("ד", "ר")]
    [InlineData("中國", "中国")]
    public void Letters_and_digits_count(string name, string other) => NameKey.Of(name).ShouldNotBe(NameKey.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("–…!")]
    [InlineData(" \u0301\t")]
    public void Of_what_has_neither_nothing_is_left(string name) => NameKey.Of(name).ShouldBeEmpty();
}
