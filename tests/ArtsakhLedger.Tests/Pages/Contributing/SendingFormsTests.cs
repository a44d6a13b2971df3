using System.Text;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Pages.Contributing;

/// <summary>Forms as they go over the wire.</summary>
public sealed partial class SendingFormsTests(ContributedLedger ledger) : IClassFixture<ContributedLedger>
{
    public static TheoryData<string, int, string> Tokens_that_give_no_right =>
        new()
        {
            { Tokens.Of("contributor", until: TimeSpan.FromHours(-1)), 401, "The token has expired." },
            { Tokens.OfContributor + "x", 401, "The token is not one that this ledger accepts." },
            { "no token at all", 401, "The token is not one that this ledger accepts." },
            { "", 401, "type it into the form" },
            { Tokens.Of("reader"), 403, "This needs the role contributor" },
        };

    [Theory]
    [MemberData(nameof(Tokens_that_give_no_right))]
    public async Task A_token_that_gives_no_right_records_nothing_and_loses_nothing_that_was_typed(string token, int status, string said)
    {
        var before = await ledger.HeadAsync();

        var (answered, page) = await ledger.SendAsync(ContributedLedger.Office(1999, "record", token, "no-right"));

        answered.ShouldBe(status);
        page.ShouldContain(said);
        page.ShouldContain("value=\"1999\"");
        page.ShouldContain("an office in Paris</textarea>");
        page.ShouldContain("value=\"no-right\"");
        page.ShouldContain("href=\"#box-token\"");
        Parts(token).ShouldAllBe(part => !page.Contains(part));
        (await ledger.HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_form_sent_twice_records_once_and_gets_the_same_receipt()
    {
        var (first, receipt) = await ledger.SendAsync(ContributedLedger.Office(2001, "record", Tokens.OfContributor, "twice"));
        var head = await ledger.HeadAsync();
        var (second, again) = await ledger.SendAsync(ContributedLedger.Office(2001, "record", Tokens.OfContributor, "twice"));

        (first, second).ShouldBe((201, 201));
        again.ShouldBe(receipt);
        Parts(Tokens.OfContributor).ShouldAllBe(part => !receipt.Contains(part));
        (await ledger.HeadAsync()).ShouldBe(head);
    }

    [Fact]
    public async Task Another_fact_from_a_form_that_was_recorded_is_refused_once_and_can_then_be_recorded_by_itself()
    {
        (await ledger.SendAsync(ContributedLedger.Office(2002, "record", Tokens.OfContributor, "changed"))).Status.ShouldBe(201);
        var (status, page) = await ledger.SendAsync(ContributedLedger.Office(2003, "record", Tokens.OfContributor, "changed"));

        status.ShouldBe(422);
        page.ShouldContain("value=\"2003\"");
        var key = Key().Match(page).Groups["key"].Value;
        key.ShouldNotBe("changed");
        (await ledger.SendAsync(ContributedLedger.Office(2003, "record", Tokens.OfContributor, key))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task What_would_change_changes_nothing()
    {
        var before = await ledger.HeadAsync();
        var (status, page) = await ledger.SendAsync(ContributedLedger.Office(1998, "preview", Tokens.OfContributor, "preview"));

        status.ShouldBe(200);
        page.ShouldContain("Answers that would change");
        page.ShouldNotContain("not compared");
        page.ShouldContain("value=\"preview\"");
        Parts(Tokens.OfContributor).ShouldAllBe(part => !page.Contains(part));
        (await ledger.HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Another_citation_needs_no_token_and_an_empty_one_is_left_out()
    {
        var (status, page) = await ledger.SendAsync(ContributedLedger.Office(1998, "another-citation", "", "more"));
        status.ShouldBe(200);
        page.ShouldContain("name=\"citations/1/quote\"");
        page.ShouldNotContain("name=\"citations/2/quote\"");

        (status, page) = await ledger.SendAsync([
            .. ContributedLedger.Office(1998, "preview", Tokens.OfContributor, "more"),
            ("citations/1/source", ""),
            ("citations/2/source", "excerpt"),
            ("citations/2/quote", "office"),
        ]);
        status.ShouldBe(200, page);
        page.ShouldContain("name=\"citations/1/quote\"");
        page.ShouldContain("office</textarea>");
        page.ShouldNotContain("name=\"citations/2/quote\"");
        page.ShouldContain("The words of citation 2 cannot be compared with their source: its text is not stored.");
    }

    [Fact]
    public async Task A_receipt_says_where_a_mistake_is_mended_and_which_words_were_held_against_nothing()
    {
        var (status, page) = await ledger.SendAsync([
            .. ContributedLedger.Office(2004, "record", Tokens.OfContributor, "mended").Where(field => field.Name != "citations/0/source"),
            ("citations/0/source", "excerpt"),
        ]);

        status.ShouldBe(201, page);
        page.ShouldContain("<code>POST /facts/paris-office-opened-2004/corrections</code>");
        page.ShouldContain("<code>POST /facts/paris-office-opened-2004/retractions</code>");
        page.ShouldContain("The words of citation 1 cannot be compared with their source: its text is not stored.");
        page.ShouldMatch("[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}, [0-9]{2}:[0-9]{2} UTC</time>");
    }

    [Fact]
    public async Task What_would_no_longer_be_so_is_told_apart_from_its_statement()
    {
        var (status, page) = await ledger.SendAsync(
            ("type", "state-dissolved"),
            ("key", "end"),
            ("polity", "somewhere"),
            ("date", "1995"),
            ("citations/0/source", "gazette"),
            ("citations/0/quote", "Somewhere was proclaimed in 1991"),
            ("token", Tokens.OfContributor),
            ("press", "preview")
        );

        status.ShouldBe(200, page);
        page.ShouldContain("<b>not so:</b> Somewhere existed");
    }

    [Fact]
    public async Task Of_a_day_that_does_not_exist_the_form_says_that()
    {
        var (status, page) = await ledger.SendAsync([
            .. ContributedLedger.Office(1992, "record", Tokens.OfContributor, "day").Where(field => field.Name != "date"),
            ("date", "1992-02-30"),
        ]);

        status.ShouldBe(422);
        page.ShouldContain("does not fit: expected a day that exists in that month and year at position 8;");
    }

    [Fact]
    public async Task A_field_that_is_none_of_the_forms_and_one_that_is_there_twice_are_refused_and_the_rest_is_kept()
    {
        foreach (var (name, said) in new[] { ("cty", "no field &#x27;cty&#x27;"), ("date", "is sent 2 times") })
        {
            var (status, page) = await ledger.SendAsync([
                .. ContributedLedger.Office(1998, "record", Tokens.OfContributor, "stray"),
                (name, "x"),
            ]);
            status.ShouldBe(400);
            page.ShouldContain(said);
            page.ShouldContain("value=\"1998\"");
        }

        (await ledger.SendAsync(("type", "office-open"), ("press", "record"))).Status.ShouldBe(400);
        (await ledger.SendAsync([.. ContributedLedger.Office(1998, "sing", Tokens.OfContributor, "stray")])).Status.ShouldBe(400);
        (await ledger.SendAsync([.. ContributedLedger.Office(1998, "record", Tokens.OfContributor, "\"")])).Status.ShouldBe(400);
        (await ledger.SendAsync([.. ContributedLedger.Office(1998, "record", new string('t', 40_000), "large")])).Status.ShouldBe(431);
        (
            await ledger.SendAsync([
                .. ContributedLedger.Office(1998, "record", Tokens.OfContributor, "large").Where(field => field.Name != "note"),
                ("note", new string('x', 1_000_000)),
            ])
        ).Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_and_a_program_that_asks_for_JSON_gets_what_facts_answer()
    {
        await RefusedAsync("%FF=1", "application/x-www-form-urlencoded", 400, "malformed-form");
        await RefusedAsync("{}", "application/json", 415, "not-a-form");

        var form = string.Join(
            '&',
            ContributedLedger
                .Office(2010, "record", Tokens.OfContributor, "program")
                .Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")
        );
        using var recorded = await PostAsync(form, "application/x-www-form-urlencoded");
        ((int)recorded.StatusCode).ShouldBe(201);
        (await recorded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith(
            "{\"id\":\"paris-office-opened-2010\""
        );
    }

    [Fact]
    public async Task A_header_that_a_browser_sends_by_itself_gives_no_right()
    {
        var form = string.Join(
            '&',
            ContributedLedger
                .Office(2011, "record", "", "forged")
                .Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")
        );
        using var answer = await PostAsync(form, "application/x-www-form-urlencoded");

        await answer.ShouldBeProblemAsync(401, "token-missing");
    }

    private async Task RefusedAsync(string body, string type, int status, string problem)
    {
        using var answer = await PostAsync(body, type);
        await answer.ShouldBeProblemAsync(status, problem);
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contribute")
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.Authorization = new("Bearer", Tokens.OfContributor);
        return await ledger.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The parts of a token that are its own.</summary>
    private static IEnumerable<string> Parts(string token) => token.Split('.').Skip(1).Append(token).Where(part => part.Length > 0);

    [GeneratedRegex("name=\"key\" value=\"(?<key>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
