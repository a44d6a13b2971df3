using System.Text.Json;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Pages.Citations;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Citing;

public sealed class PageCitationTests
{
    private static readonly PageCitation Citation = new(
        "Republic of Artsakh on 1 June 2006",
        212,
        new(2026, 11, 26, 23, 30, 0, TimeSpan.Zero),
        "https://ledger.example.org/polities/artsakh/state?on=2006-06-01&known-at=212&rules=1"
    );

    [Fact]
    public void A_sentence_names_what_where_and_as_known_when() =>
        Citation
            .Sentence(LedgerName.Default)
            .ShouldBe(
                "“Republic of Artsakh on 1 June 2006”, ArtsakhLedger, as known at position 212, recorded 26 November 2026, https://ledger.example.org/polities/artsakh/state?on=2006-06-01&known-at=212&rules=1."
            );

    [Fact]
    public void BibTeX_has_an_entry_with_the_pinned_address() =>
        Citation
            .BibTeX(LedgerName.Default)
            .ShouldBe(
                """
                @misc{artsakhledger-212-49103fe2fe1c,
                  title = {{Republic of Artsakh on 1 June 2006}},
                  howpublished = {ArtsakhLedger},
                  year = {2026},
                  month = {11},
                  note = {As known at position 212},
                  url = {https://ledger.example.org/polities/artsakh/state?on=2006-06-01&known-at=212&rules=1}
                }
                """
            );

    [Fact]
    public void Two_pages_of_one_position_have_keys_of_their_own_and_one_page_has_always_the_same()
    {
        var other = Citation with { Url = "https://ledger.example.org/polities/artsakh/state?on=2007-06-01&known-at=212&rules=1" };

        other.Key(LedgerName.Default).ShouldNotBe(Citation.Key(LedgerName.Default));
        (other with { Url = Citation.Url, Title = "called otherwise" }).Key(LedgerName.Default).ShouldBe(Citation.Key(LedgerName.Default));
        Citation.BibTeX(LedgerName.Default).ShouldStartWith($"@misc{{{Citation.Key(LedgerName.Default)},");
        JsonDocument
            .Parse(other.CslJson(LedgerName.Default))
            .RootElement[0]
            .GetProperty("id")
            .GetString()
            .ShouldBe(other.Key(LedgerName.Default));
    }

    [Fact]
    public void Whatever_TeX_would_obey_is_escaped() =>
        (Citation with { Title = "100% {of} \\input{x} $a_b^c$ #1 & ~" })
            .BibTeX(LedgerName.Default)
            .ShouldContain(@"title = {{100\% \{of\} \textbackslash{}input\{x\} \$a\_b\textasciicircum{}c\$ \#1 \& \textasciitilde{}}},");

    [Fact]
    public void CSL_JSON_is_an_item_that_reference_managers_import()
    {
        var item = JsonDocument.Parse(Citation.CslJson(LedgerName.Default)).RootElement[0];

        item.GetProperty("type").GetString().ShouldBe("webpage");
        item.GetProperty("title").GetString().ShouldBe("Republic of Artsakh on 1 June 2006");
        item.GetProperty("URL").GetString().ShouldBe(Citation.Url);
        item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()).ShouldBe([2026, 11, 26]);
    }

    [Fact]
    public void A_title_with_quotation_marks_stays_one_text_in_JSON() =>
        JsonDocument
            .Parse((Citation with { Title = "\"a\"\n</script>" }).CslJson(LedgerName.Default))
            .RootElement[0]
            .GetProperty("title")
            .GetString()
            .ShouldBe("\"a\"\n</script>");

    [Fact]
    public void A_ledger_of_ones_own_is_cited_by_its_name()
    {
        var ledger = LedgerName.From("Kosovo & Serbia, 100%");

        Citation.Sentence(ledger).ShouldStartWith("“Republic of Artsakh on 1 June 2006”, Kosovo & Serbia, 100%, as known at position 212,");
        Citation.BibTeX(ledger).ShouldContain(@"howpublished = {Kosovo \& Serbia, 100\%},".Replace(@"\\", @"\", StringComparison.Ordinal));
        Citation.BibTeX(ledger).ShouldStartWith("@misc{kosovo-serbia-100-212-49103fe2fe1c,");
        var item = JsonDocument.Parse(Citation.CslJson(ledger)).RootElement[0];
        item.GetProperty("container-title").GetString().ShouldBe("Kosovo & Serbia, 100%");
        item.GetProperty("id").GetString().ShouldBe(Citation.Key(ledger));
    }
}
