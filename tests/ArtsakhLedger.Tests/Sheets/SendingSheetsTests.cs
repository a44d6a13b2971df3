using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArtsakhLedger.Tests.Pages.Contributing;
using ArtsakhLedger.Tests.Recording;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Sheets;

/// <summary>The form for a sheet as it goes over the wire.</summary>
public sealed partial class SendingSheetsTests(ContributedLedger ledger) : IClassFixture<ContributedLedger>
{
    private const string Offices = "City,Country,Opened,Closed\nParis,Franconia,May 2012,2015\nBeiruth,,6/3/2013,\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_is_previewed_mended_and_recorded_step_by_step()
    {
        var before = await ledger.HeadAsync();
        var (status, page) = await SendAsync("preview", Offices, ("type", "office-opened"));
        status.ShouldBe(200, page);
        page.ShouldContain("2 problems");
        page.ShouldContain("Row 3, City: &#x27;Beiruth&#x27; is not known, and is nearly Beirut (beirut)");
        page.ShouldContain("Row 3, Opened: &#x27;6/3/2013&#x27; is 6 March 2013 or 3 June 2013");
        page.ShouldContain("Somewhere opened a representative office in Paris");
        page.ShouldContain("<option value=\"closed\" selected>");
        Parts(Tokens.OfContributor).ShouldAllBe(part => !page.Contains(part));

        // The form as the page has it, with the two answers.
        var fields = FieldsIn(page);
        var beiruth = fields.Single(field => field.Name.StartsWith("name/", StringComparison.Ordinal) && field.Value == "Beiruth").Name[
            "name/".Length..
        ];
        fields =
        [
            .. fields.Where(field => field.Name != $"entity/{beiruth}" && field.Name != "dates"),
            ($"entity/{beiruth}", "beirut"),
            ("dates", "day-first"),
        ];
        (status, page) = await SendAsync("preview", null, fields);
        status.ShouldBe(200, page);
        page.ShouldNotContain("problem");
        page.ShouldContain("2013-03-06");
        (await ledger.HeadAsync()).ShouldBe(before);

        (status, page) = await SendAsync("record", null, FieldsIn(page));
        status.ShouldBe(201, page);
        page.ShouldContain("<b>offices.csv</b>");
        page.ShouldContain("somewhere/0002-offices");
        var head = await ledger.HeadAsync();
        head.ShouldBe(before + 5, "Franconia, the sheet, and three facts");
        (await ledger.QueryAsync("/facts/somewhere-beirut-office-opened-2013-03-06"))["citations"]![0]!["locator"]!
            .ToString()
            .ShouldBe("row 3");
        (await ledger.QueryAsync("/facts/somewhere-beirut-office-opened-2013-03-06"))["author"]!["name"]!
            .ToString()
            .ShouldBe("Reading Room");

        // Once more: everything is there.
        (status, page) = await SendAsync("record", null, fields);
        status.ShouldBe(200, page);
        page.ShouldContain("3 rows say");
        (await ledger.HeadAsync()).ShouldBe(head);
    }

    [Theory]
    [InlineData("", 401, "type it into the form")]
    [InlineData("no token at all", 401, "The token is not one that this ledger accepts.")]
    public async Task A_token_that_gives_no_right_records_nothing_and_loses_no_sheet(string token, int status, string said)
    {
        var before = await ledger.HeadAsync();
        var (answered, page) = await SendAsync("record", Offices, ("type", "office-opened"), ("token", token));

        answered.ShouldBe(status);
        page.ShouldContain(said);
        Convert.FromBase64String(FieldsIn(page).Single(field => field.Name == "content").Value).ShouldBe(Encoding.UTF8.GetBytes(Offices));
        (await ledger.HeadAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_sheet_with_problems_is_refused_whole()
    {
        var before = await ledger.HeadAsync();
        var (status, page) = await SendAsync("record", Offices, ("type", "office-opened"));

        status.ShouldBe(422);
        page.ShouldContain("The sheet cannot be recorded as it is.");
        page.ShouldContain("Row 3, City");
        (await ledger.HeadAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("%PDF-1.7", 422, "unreadable-sheet", "PDF")]
    [InlineData("City,Opened\nParis,\"2013\n", 422, "unreadable-sheet", "quotation mark")]
    [InlineData("City,Opened\nParis,2013\n", 422, "invalid-sheet", "type of fact")]
    [InlineData(null, 422, "unreadable-sheet", "No sheet was chosen")]
    public async Task What_is_no_sheet_is_a_problem_with_what_to_do(string? sheet, int status, string type, string said)
    {
        using var answer = await PostAsync("preview", sheet, "application/json");

        (await answer.ShouldBeProblemAsync(status, type))["detail"]!.ToString().ShouldContain(said);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        using var rows = await PostAsync(
            "preview",
            "City,Opened\n" + string.Concat(Enumerable.Repeat("Paris,2013\n", 20_001)),
            "application/json"
        );
        await rows.ShouldBeProblemAsync(413, "sheet-too-large");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contribute/sheet")
        {
            Content = Form("preview", new string('x', 15_000_000)),
        };
        request.Headers.ExpectContinue = true;
        using var bytes = await ledger.Client.SendAsync(request, Cancellation);
        await bytes.ShouldBeProblemAsync(413, "body-too-large");
    }

    [Fact]
    public async Task Fields_that_are_none_of_the_form_s_and_bodies_that_are_no_form_are_refused()
    {
        foreach (
            var (name, value) in new[]
            {
                ("colour", "red"),
                ("polity", "again"),
                ("press", "sing"),
                ("type", "no-such-type"),
                ("dates", "sometimes"),
                ("content", "%%%"),
            }
        )
        {
            using var answer = await PostAsync(
                name == "press" ? value : "preview",
                name == "content" ? null : Offices,
                "application/json",
                (name, value)
            );
            await answer.ShouldBeProblemAsync(400, "malformed-form");
        }

        foreach (var type in new[] { "multipart/form-data", "multipart/form-data; boundary=b" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/contribute/sheet")
            {
                Content = new ByteArrayContent("--b\r\nnonsense"u8.ToArray()),
            };
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await ledger.Client.SendAsync(request, Cancellation);
            await answer.ShouldBeProblemAsync(400, "malformed-form");
        }
    }

    [Fact]
    public async Task A_header_that_a_browser_sends_by_itself_gives_no_right()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contribute/sheet")
        {
            Content = Form("record", Offices, ("type", "office-opened"), ("token", "")),
        };
        request.Headers.Authorization = new("Bearer", Tokens.OfContributor);
        using var answer = await ledger.Client.SendAsync(request, Cancellation);

        await answer.ShouldBeProblemAsync(401, "token-missing");
    }

    [Fact]
    public async Task A_program_gets_the_preview_and_the_receipt_as_JSON()
    {
        const string Sheet = "City,Opened\nParis,2019\n";
        using var preview = await PostAsync("preview", Sheet, "application/json", ("type", "office-opened"));
        var seen = JsonNode.Parse(await preview.Content.ReadAsStringAsync(Cancellation))!;
        seen["factCount"]!.GetValue<int>().ShouldBe(1);
        seen["columns"]![1]!["meaning"]!.ToString().ShouldBe("date");
        seen["columns"]![1]!["by"]!.ToString().ShouldBe("other-name");

        using var recorded = await PostAsync("record", Sheet, "application/json", ("type", "office-opened"));
        ((int)recorded.StatusCode).ShouldBe(201);
        var answer = JsonNode.Parse(await recorded.Content.ReadAsStringAsync(Cancellation))!;
        answer["entries"]!.AsArray().Select(entry => entry!["id"]!.ToString()).Last().ShouldBe("somewhere-paris-office-opened-2019");
        answer["receipt"].ShouldNotBeNull();
    }

    private async Task<(int Status, string Page)> SendAsync(
        string press,
        string? sheet,
        params IEnumerable<(string Name, string Value)> fields
    )
    {
        using var answer = await PostAsync(press, sheet, "text/html", fields);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self'");
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<HttpResponseMessage> PostAsync(
        string press,
        string? sheet,
        string accept,
        params IEnumerable<(string Name, string Value)> fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contribute/sheet") { Content = Form(press, sheet, fields) };
        request.Headers.Accept.ParseAdd(accept);
        return await ledger.Client.SendAsync(request, Cancellation);
    }

    private static MultipartFormDataContent Form(string press, string? sheet, params IEnumerable<(string Name, string Value)> fields)
    {
        var form = new MultipartFormDataContent();
        var given = fields.ToList();
        foreach (var (name, value) in given)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (name, value) in new[] { ("press", press), ("token", Tokens.OfContributor), ("polity", "somewhere") })
        {
            if (
                !given.Exists(field => field.Name == name)
                || (name == "polity" && given.Exists(field => field is { Name: "polity", Value: "again" }))
            )
            {
                form.Add(new StringContent(value), $"\"{name}\"");
            }
        }

        // As browsers send a box without a file.
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(sheet ?? ""));
        form.Add(file, "sheet");
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse(
            $"form-data; name=\"sheet\"; filename=\"{(sheet is null ? "" : "offices.csv")}\""
        );
        return form;
    }

    /// <summary>The fields of the form in a page, as a browser would send them, but for the token, the file and the button.</summary>
    private static List<(string Name, string Value)> FieldsIn(string page)
    {
        var form = page[page.IndexOf("<form id=\"sheet\"", StringComparison.Ordinal)..];
        return
        [
            .. Input()
                .Matches(form)
                .Where(input => input.Groups["name"].Value is not ("token" or "sheet"))
                .Select(input => (input.Groups["name"].Value, System.Net.WebUtility.HtmlDecode(input.Groups["value"].Value))),
            .. Select()
                .Matches(form)
                .Select(select => (select.Groups["name"].Value, Chosen().Match(select.Groups["options"].Value).Groups["value"].Value)),
        ];
    }

    private static IEnumerable<string> Parts(string token) => token.Split('.').Skip(1).Append(token).Where(part => part.Length > 0);

    [GeneratedRegex("<input [^>]*?name=\"(?<name>[^\"]+)\"( value=\"(?<value>[^\"]*)\")?", RegexOptions.ExplicitCapture)]
    private static partial Regex Input();

    [GeneratedRegex(
        "<select [^>]*?name=\"(?<name>[^\"]+)\"[^>]*>(?<options>.*?)</select>",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected", RegexOptions.ExplicitCapture)]
    private static partial Regex Chosen();
}
