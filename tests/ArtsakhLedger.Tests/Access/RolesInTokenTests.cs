using System.Security.Claims;
using ArtsakhLedger.Access;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class RolesInTokenTests
{
    [Fact]
    public void Roles_are_the_values_of_the_claim_that_the_ledger_knows() =>
        TokenRoles.Of([new("roles", "editor"), new("roles", "administrator"), new("groups", "contributor")], "roles").ShouldBe(["editor"]);

    [Fact]
    public void Roles_are_compared_to_the_letter() => TokenRoles.Of([new("roles", "Editor")], "roles").ShouldBeEmpty();

    [Fact]
    public void A_claim_may_be_a_member_of_another() =>
        TokenRoles
            .Of([new("realm_access", """{"roles":["offline_access","contributor"]}""")], "realm_access.roles")
            .ShouldBe(["contributor"]);

    [Fact]
    public void A_name_with_dots_may_be_a_claim_of_its_own() =>
        TokenRoles.Of([new("https://ledger.example/roles", "editor")], "https://ledger.example/roles").ShouldBe(["editor"]);

    [Theory]
    [InlineData("""{"roles":{"editor":true}}""")]
    [InlineData("""{"roles":[1,null]}""")]
    [InlineData("""["editor"]""")]
    [InlineData("editor")]
    [InlineData("{")]
    public void A_claim_of_another_shape_gives_no_role(string claim) =>
        TokenRoles.Of([new Claim("realm_access", claim)], "realm_access.roles").ShouldBeEmpty();
}
