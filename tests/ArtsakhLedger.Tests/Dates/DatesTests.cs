using ArtsakhLedger.Asking;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Walks;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Dates;

public sealed class DatesTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Theory]
    [InlineData("2018-03", "2018-03", 0, "2018-03-01", "2018-03-31", "March 2018")]
    [InlineData("1997~", "1997~", 1, "1997-01-01", "1997-12-31", "about 1997")]
    [InlineData("[..2001-07-04]", "[..2001-07-04]", 2, null, "2001-07-04", "4 July 2001 or before")]
    [InlineData("1993/1997", "1993/1997", 0, "1993-01-01", "1997-12-31", "from 1993 to 1997")]
    public void A_date_is_explained(string edtf, string canonical, int level, string? earliest, string? latest, string english) =>
        DateExplanation.Of(edtf).ShouldBe(new(canonical, level, earliest, latest, english));

    [Fact]
    public async Task The_service_gives_null_for_a_bound_that_there_is_not() =>
        (await ledger.GetAsync("/dates?edtf=[..2001-07-04]")).ShouldBe(
            """{"edtf":"[..2001-07-04]","level":2,"earliest":null,"latest":"2001-07-04","english":"4 July 2001 or before"}"""
        );

    [Theory]
    [InlineData("1997-13", 5)]
    [InlineData("", 0)]
    [InlineData("1997 ", 4)]
    public void What_is_no_date_is_refused_with_the_place_and_what_was_expected_there(string edtf, int position)
    {
        var problem = Should.Throw<QuestionProblem>(() => DateExplanation.Of(edtf));

        problem.Reason.ShouldBe(Unanswerable.Invalid);
        problem.Members["position"].ShouldBe(position);
        problem.Members["expected"].ShouldBeOfType<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_command_explains_it_and_needs_no_ledger()
    {
        var (exitCode, output) = await LedgerVerb.RunAsync("Host=nowhere.invalid", "date", "[..2001-07-04]");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("4 July 2001 or before");
        (await LedgerVerb.RunAsync("Host=nowhere.invalid", "date", "1997-13")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Every_date_of_the_record_is_explained_as_its_timeline_says_it()
    {
        foreach (var item in (await ledger.QueryAsync("/polities/artsakh/timeline?limit=500")).GetProperty("items").EnumerateArray())
        {
            if (item.TryGetProperty("date", out var date))
            {
                DateExplanation.Of(date.GetString()).English.ShouldBe(item.GetProperty("english").GetString());
            }
        }
    }
}
