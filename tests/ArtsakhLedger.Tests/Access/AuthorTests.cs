using System.Security.Claims;
using ArtsakhLedger.Access;
using ArtsakhLedger.Ledger;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class AuthorTests
{
    [Theory]
    [InlineData("reading-room", "Reading Room", "Reading Room")]
    [InlineData("auth0|5f7c", "Նարինե Հովհաննիսյան", "Նարինե Հովհաննիսյան")]
    [InlineData("reading-room", " Reading Room ", "Reading Room")]
    [InlineData("reading-room", "", "reading-room")]
    [InlineData("reading-room", null, "reading-room")]
    public void An_author_has_a_subject_and_a_name_to_show(string subject, string? name, string shown)
    {
        var author = Author.From(subject, name);

        author.Subject.ShouldBe(subject);
        author.Name.ShouldBe(shown);
    }

    [Theory]
    [InlineData("", "Reading Room", "The subject is empty.")]
    [InlineData(null, "Reading Room", "The subject is empty.")]
    [InlineData("reading-room", "Reading\nRoom", "control character")]
    [InlineData("reading-room", "Reading\u2028Room", "control character")]
    [InlineData("reading-room", "Reading\u202Emoor", "direction of writing")]
    [InlineData("reading\0room", "Reading Room", "The subject has a control character")]
    public void Who_would_break_or_disguise_a_line_of_a_history_is_no_author(string? subject, string name, string why) =>
        Should.Throw<UnusableAuthorException>(() => Author.From(subject, name)).Message.ShouldContain(why);

    [Fact]
    public void Half_a_character_is_refused() =>
        Should
            .Throw<UnusableAuthorException>(() => Author.From("reading-room", "Reading \ud800 Room"))
            .Message.ShouldContain("half a character");

    [Fact]
    public void A_subject_has_255_characters_at_most_and_a_name_200()
    {
        Author.From(new string('s', 255), new string('n', 200)).Name.Length.ShouldBe(200);

        Should
            .Throw<UnusableAuthorException>(() => Author.From(new string('s', 256), "Reading Room"))
            .Message.ShouldBe("The subject has 256 characters; 255 are allowed.");
        Should
            .Throw<UnusableAuthorException>(() => Author.From("reading-room", new string('n', 201)))
            .Message.ShouldBe("The display name has 201 characters; 200 are allowed.");
    }

    [Fact]
    public void Nobody_is_the_author_of_a_request_without_a_token() =>
        Should.Throw<InvalidOperationException>(() => new ClaimsPrincipal(new ClaimsIdentity()).Author());
}
