using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class AccessTests(TrialService trial) : IClassFixture<TrialService>
{
    [Fact]
    public async Task A_contributor_writes_and_is_the_author()
    {
        var result = await trial.Host.WriteAsync(TrialService.ForContributors, $"Bearer {Tokens.OfContributor}");

        (await result.ReadAsTextAsync()).ShouldBe("""{"subject":"reading-room","name":"Reading Room"}""");
    }

    [Theory]
    [InlineData(TrialService.ForContributors)]
    [InlineData(TrialService.RequiresEditor)]
    public async Task An_editor_may_do_all_that_a_contributor_may_and_more(string address) =>
        (await trial.Host.WriteAsync(address, $"Bearer {Tokens.OfEditor}")).Context.Response.StatusCode.ShouldBe(200);

    [Fact]
    public async Task A_contributor_at_an_editors_address_is_told_the_role_that_it_needs()
    {
        var result = await trial.Host.WriteAsync(TrialService.RequiresEditor, $"Bearer {Tokens.OfContributor}");

        var problem = await result.ShouldBeProblemAsync(403, "role-missing");
        problem.GetProperty("detail").GetString().ShouldBe("This needs the role editor; the token of Reading Room gives contributor.");
        result.Context.Response.Headers.WWWAuthenticate.ToString().ShouldContain("insufficient_scope");
    }

    [Fact]
    public async Task A_token_without_a_role_of_the_ledger_gives_none()
    {
        var result = await trial.Host.WriteAsync(TrialService.ForContributors, $"Bearer {Tokens.Of("reader")}");

        (await result.ShouldBeProblemAsync(403, "role-missing"))
            .GetProperty("detail")
            .GetString()
            .ShouldBe("This needs the role contributor; the token of Reading Room gives none.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Basic amRvZTpzZWNyZXQ=")]
    public async Task Without_a_token_the_answer_says_how_to_get_and_send_one(string? authorization)
    {
        var result = await trial.Host.WriteAsync(TrialService.ForContributors, authorization);

        var detail = (await result.ShouldBeProblemAsync(401, "token-missing")).GetProperty("detail").GetString()!;
        detail.ShouldContain("token issue");
        detail.ShouldContain("Authorization: Bearer");
        result.Context.Response.Headers.WWWAuthenticate.ToString().ShouldBe("Bearer realm=\"ledger\"");
    }

    [Fact]
    public async Task An_expired_token_is_told_since_when()
    {
        var result = await trial.Host.WriteAsync(
            TrialService.ForContributors,
            $"Bearer {Tokens.Of(Role.Editor, until: TimeSpan.FromMinutes(-1))}"
        );

        (await result.ShouldBeProblemAsync(401, "token-expired"))
            .GetProperty("detail")
            .GetString()!
            .ShouldStartWith("It was valid until 2");
        result.Context.Response.Headers.WWWAuthenticate.ToString().ShouldContain("error=\"invalid_token\"");
    }

    public static TheoryData<string, string> InvalidTokens =>
        new()
        {
            { "garbage", "It is not a signed JSON Web Token." },
            { "a.b.c", "It is not a signed JSON Web Token." },
            { $"{Tokens.OfEditor}, Bearer {Tokens.OfEditor}", "It is not a signed JSON Web Token." },
            { WithoutSignature(Tokens.OfEditor), "It was not signed with this ledger's key, or was changed since." },
            { WithAnotherSignature(Tokens.OfEditor), "It was not signed with this ledger's key, or was changed since." },
            { Unsigned(Tokens.OfEditor), "It was not signed with this ledger's key, or was changed since." },
            { Tokens.Of(Role.Editor, audience: "another-ledger"), "It is for another audience than 'artsakh-ledger'." },
        };

    [Theory]
    [MemberData(nameof(InvalidTokens))]
    public async Task A_token_that_is_not_of_this_ledger_is_told_why(string token, string why)
    {
        var result = await trial.Host.WriteAsync(TrialService.ForContributors, $"Bearer {token}");

        (await result.ShouldBeProblemAsync(401, "token-invalid")).GetProperty("detail").GetString()!.ShouldStartWith(why);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer garbage")]
    public async Task Reading_is_open_whatever_token_is_sent(string? authorization) =>
        (await trial.Host.WriteAsync("/health/live", authorization, "GET")).Context.Response.StatusCode.ShouldBe(200);

    [Theory]
    [InlineData("/embassies", 404)]
    [InlineData("/polities", 405)]
    public async Task An_address_that_takes_no_writing_says_so_to_everybody(string address, int status) =>
        (await trial.Host.WriteAsync(address, null)).Context.Response.StatusCode.ShouldBe(status);

    [Fact]
    public async Task Where_the_ledgers_key_cannot_be_had_a_token_is_not_called_invalid()
    {
        await using var nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1");
        await using var host = await TrialService.StartAsync(
            nowhere,
            builder => builder.Configuration["Access:KeyFile"] = "/dev/null/token-key"
        );

        await (await host.WriteAsync(TrialService.ForContributors, $"Bearer {Tokens.OfEditor}")).ShouldBeProblemAsync(
            503,
            "tokens-unchecked"
        );
        await (await host.WriteAsync(TrialService.ForContributors, null)).ShouldBeProblemAsync(401, "token-missing");
    }

    private static string WithoutSignature(string token) => token[..(token.LastIndexOf('.') + 1)];

    private static string WithAnotherSignature(string token) =>
        $"{WithoutSignature(token)}{Convert.ToBase64String(new byte[32]).TrimEnd('=')}";

    /// <summary>The same claims under a header that asks not to check them.</summary>
    private static string Unsigned(string token) => $"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{token.Split('.')[1]}.";
}
