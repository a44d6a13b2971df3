using System.Security.Claims;
using ArtsakhLedger.Access;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class AuthorTests
{
    [Theory]
    [InlineData("jdoe", "Jane Doe", "Jane Doe")]
    [InlineData("auth0|5f7c", "Նարինե Հովհաննիսյան", "Նարինե Հովհաննիսյան")]
    [InlineData("jdoe", " Jane Doe ", "Jane Doe")]
    [InlineData("jdoe", "", "jdoe")]
    [InlineData("jdoe", null, "jdoe")]
    public void An_author_has_a_subject_and_a_name_to_show(string subject, string? name, string shown)
    {
        var author = Author.From(subject, name);

        author.Subject.ShouldBe(subject);
        author.Name.ShouldBe(shown);
    }

    [Theory]
    [InlineData("", "Jane Doe", "The subject is empty.")]
    [InlineData(null, "Jane Doe", "The subject is empty.")]
    [InlineData("jdoe", "Jane\nDoe", "control character")]
    [InlineData("jdoe", "Jane\u2028Doe", "control character")]
    [InlineData("jdoe", "Jane\u202Eeod", "direction of writing")]
    [InlineData("j\0doe", "Jane Doe", "The subject has a control character")]
    public void Who_would_break_or_disguise_a_line_of_a_history_is_no_author(string? subject, string name, string why) =>
        Should.Throw<AccessException>(() => Author.From(subject, name)).Message.ShouldContain(why);

    [Fact]
    public void Half_a_character_is_refused() =>
        Should.Throw<AccessException>(() => Author.From("jdoe", "Jane \ud800 Doe")).Message.ShouldContain("half a character");

    [Fact]
    public void A_subject_has_255_characters_at_most_and_a_name_200()
    {
        Author.From(new string('s', 255), new string('n', 200)).Name.Length.ShouldBe(200);

        Should.Throw<AccessException>(() => Author.From(new string('s', 256), "Jane Doe")).Message.ShouldBe("The subject has 256 characters; 255 are allowed.");
        Should.Throw<AccessException>(() => Author.From("jdoe", new string('n', 201))).Message.ShouldBe("The display name has 201 characters; 200 are allowed.");
    }

    [Fact]
    public void Nobody_is_the_author_of_a_request_without_a_token() =>
        Should.Throw<InvalidOperationException>(() => Author.Of(new ClaimsPrincipal(new ClaimsIdentity())));
}
