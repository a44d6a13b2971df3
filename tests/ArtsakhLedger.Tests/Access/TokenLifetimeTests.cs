using ArtsakhLedger.Access;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Access;

public sealed class TokenLifetimeTests
{
    [Theory]
    [InlineData("90m", 90)]
    [InlineData("12h", 720)]
    [InlineData("30d", 43_200)]
    [InlineData("366d", 527_040)]
    public void A_length_of_time_is_a_number_of_minutes_hours_or_days(string text, int minutes) =>
        TokenLifetime.Parse(text).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("30")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("367d")]
    [InlineData("1.5h")]
    [InlineData("30 d")]
    [InlineData("99999999999d")]
    public void Anything_else_is_refused_with_examples(string text) =>
        Should.Throw<AccessException>(() => TokenLifetime.Parse(text)).Message.ShouldContain("such as 90m, 12h or 30d");
}
