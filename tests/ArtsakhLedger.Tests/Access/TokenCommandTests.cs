using ArtsakhLedger.Access;
using ArtsakhLedger.Tests.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class TokenCommandTests
{
    [Fact]
    public async Task A_token_alone_goes_to_standard_output_and_says_who_may_do_what_for_how_long()
    {
        using var process = LedgerProgram.StartIn(
            Environment(),
            "token",
            "issue",
            "--name",
            "Reading Room",
            "--subject",
            "reading-room",
            "--role",
            "editor",
            "--expires",
            "12h"
        );
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, errors);
        var token = new JsonWebToken(output.TrimEnd('\n'));
        token.Subject.ShouldBe("reading-room");
        token.GetClaim("name").Value.ShouldBe("Reading Room");
        token.GetClaim("roles").Value.ShouldBe("editor");
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromHours(12));
        errors.ShouldStartWith("Reading Room (reading-room) may write as editor until ");
        errors.ShouldNotContain(output.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("Say which role the token gives", "issue", "--name", "Reading Room", "--subject", "reading-room")]
    [InlineData(
        "--role contributor or --role editor",
        "issue",
        "--name",
        "Reading Room",
        "--subject",
        "reading-room",
        "--role",
        "administrator"
    )]
    [InlineData("Say whose the token is", "issue", "--name", "Reading Room", "--role", "editor")]
    [InlineData("The subject is empty", "issue", "--name", "Reading Room", "--subject", "", "--role", "editor")]
    [InlineData(
        "'3y' is not a lifetime for a token",
        "issue",
        "--name",
        "Reading Room",
        "--subject",
        "reading-room",
        "--role",
        "editor",
        "--expires",
        "3y"
    )]
    [InlineData("token issue --name", "revoke")]
    public async Task What_is_missing_or_wrong_is_a_sentence_and_exit_code_1(string sentence, params string[] words)
    {
        var (exitCode, output, errors) = await LedgerVerb.RunApartAsync(Environment(), ["token", .. words]);

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain(sentence);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Where_an_issuer_is_named_the_ledger_issues_none()
    {
        var (exitCode, _, errors) = await LedgerVerb.RunApartAsync(
            new Dictionary<string, string> { ["Access__Authority"] = "https://login.example.org" },
            "token",
            "issue",
            "--name",
            "Reading Room",
            "--subject",
            "reading-room",
            "--role",
            Role.Editor
        );

        exitCode.ShouldBe(1);
        errors.ShouldContain("This ledger accepts only tokens from https://login.example.org");
    }

    [Fact]
    public async Task An_issuer_that_is_no_https_address_keeps_the_service_from_starting()
    {
        var (exitCode, output) = await LedgerProgram.RunInAsync(
            new Dictionary<string, string> { ["Access__Authority"] = "http://login.example.org" },
            "serve",
            "--urls",
            "http://127.0.0.1:0"
        );

        exitCode.ShouldBe(1);
        output.ShouldContain("Access:Authority is 'http://login.example.org', which is not an https address");
        output.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("Access:Authority", "login.example.org", "Access:Authority is 'login.example.org', which is not an https address")]
    [InlineData("Access:WritesPerMinute", "0", "Access:WritesPerMinute is '0': give a whole number, 1 or more.")]
    [InlineData("Access:WritesPerMinute", "-1", "Access:WritesPerMinute is '-1': give a whole number, 1 or more.")]
    [InlineData("Access:WritesPerMinute", "many", "Access:WritesPerMinute is 'many': give a whole number, 1 or more.")]
    public void A_setting_that_cannot_be_used_is_refused_in_a_sentence_before_the_service_starts(
        string setting,
        string value,
        string sentence
    )
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build();

        Should.Throw<AccessException>(() => AccessSettings.From(configuration)).Message.ShouldContain(sentence);
    }

    private static Dictionary<string, string> Environment() => new() { ["Access__KeyFile"] = Tokens.KeyFile };
}
