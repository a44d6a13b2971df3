using System.Security.Cryptography;
using System.Text;
using Alba;
using ArtsakhLedger.Access;
using ArtsakhLedger.Database;
using ArtsakhLedger.Tests.Running;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

/// <summary>A service that takes the tokens of an OpenID Connect issuer.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private readonly DatabaseLocation nowhere = DatabaseLocation.At("Host=127.0.0.1;Port=1");
    private TrialIssuer issuer = null!;
    private IAlbaHost host = null!;

    public async ValueTask InitializeAsync()
    {
        issuer = await TrialIssuer.StartAsync();
        host = await TrialService.StartAsync(
            nowhere,
            builder =>
            {
                builder.Configuration["Access:Authority"] = issuer.Address;
                builder.Configuration["Access:RoleClaim"] = "realm_access.roles";
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await issuer.DisposeAsync();
        await nowhere.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_issuer_gives_its_author_the_role_in_the_configured_claim()
    {
        var result = await host.WriteAsync(
            TrialService.RequiresEditor,
            $"Bearer {issuer.Issue(Claims("f:1:reading-room", "Reading Room", Role.Editor))}"
        );

        (await result.ReadAsTextAsync()).ShouldBe("""{"subject":"f:1:reading-room","name":"Reading Room"}""");
    }

    [Fact]
    public async Task A_token_whose_subject_is_too_long_for_the_record_is_refused()
    {
        var result = await host.WriteAsync(
            TrialService.ForContributors,
            $"Bearer {issuer.Issue(Claims(new string('s', 256), "Reading Room", Role.Editor))}"
        );

        (await result.ShouldBeProblemAsync(401, "token-invalid"))
            .GetProperty("detail")
            .GetString()!
            .ShouldStartWith("The subject has 256 characters");
    }

    [Fact]
    public async Task A_token_without_a_role_is_refused_with_the_role_that_it_needs()
    {
        var result = await host.WriteAsync(
            TrialService.ForContributors,
            $"Bearer {issuer.Issue(Claims("reading-room", "Reading Room", "reader"))}"
        );

        await result.ShouldBeProblemAsync(403, "role-missing");
    }

    [Fact]
    public async Task Whoever_has_no_token_is_sent_to_the_issuer()
    {
        var problem = await (await host.WriteAsync(TrialService.ForContributors, null)).ShouldBeProblemAsync(401, "token-missing");

        problem.GetProperty("detail").GetString()!.ShouldContain(issuer.Address);
    }

    [Fact]
    public async Task Tokens_of_the_ledgers_own_are_not_taken_beside_an_issuers() =>
        await (await host.WriteAsync(TrialService.ForContributors, $"Bearer {Tokens.OfEditor}")).ShouldBeProblemAsync(401, "token-invalid");

    [Fact]
    public async Task Tokens_that_the_issuer_did_not_make_for_this_ledger_are_refused()
    {
        var claims = Claims("reading-room", "Reading Room", Role.Editor);
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] tokens =
        [
            issuer.Issue(claims, from: "https://login.example.org"),
            issuer.Issue(claims, audience: "another-ledger"),
            issuer.Issue(claims, signedWith: new(new ECDsaSecurityKey(another) { KeyId = "1" }, SecurityAlgorithms.EcdsaSha256)),
            // The public key as a shared secret, which everybody knows.
            issuer.Issue(
                claims,
                signedWith: new(
                    new SymmetricSecurityKey(Encoding.UTF8.GetBytes(issuer.PublicKey())) { KeyId = "1" },
                    SecurityAlgorithms.HmacSha256
                )
            ),
        ];
        foreach (var token in tokens)
        {
            await (await host.WriteAsync(TrialService.ForContributors, $"Bearer {token}")).ShouldBeProblemAsync(401, "token-invalid");
        }
    }

    [Fact]
    public async Task While_the_issuer_is_away_a_good_token_is_not_called_invalid()
    {
        var token = issuer.Issue(Claims("reading-room", "Reading Room", Role.Editor));
        await issuer.DisposeAsync();

        var result = await host.WriteAsync(TrialService.ForContributors, $"Bearer {token}");

        await result.ShouldBeProblemAsync(503, "tokens-unchecked");
        result.Context.Response.Headers.RetryAfter.ToString().ShouldNotBeEmpty();
        (await host.WriteAsync("/health/live", $"Bearer {token}", "GET")).Context.Response.StatusCode.ShouldBe(200);
    }

    private static Dictionary<string, object> Claims(string subject, string name, string role) =>
        new()
        {
            ["sub"] = subject,
            ["name"] = name,
            ["realm_access"] = new Dictionary<string, object> { ["roles"] = new[] { "offline_access", role } },
        };
}
