using System.Text.Json;
using ArtsakhLedger.RuleCases;
using ArtsakhLedger.RulesOfTime;
using Shouldly;
using Xunit;
using Case = ArtsakhLedger.RuleCases.Case;

namespace ArtsakhLedger.Tests.RulesOfTime;

public sealed class CaseJsonTests
{
    [Fact]
    public void A_case_that_is_written_is_read_as_it_was()
    {
        foreach (
            var asked in Enumerable
                .Range(1, 200)
                .Select(GeneratedCase.InFormat)
                .Concat(NamedCases.Names.Select(name => NamedCases.Get(name).Asked))
        )
        {
            using var written = JsonDocument.Parse(asked.ToJson().ToJsonString());

            PartsOf(Case.Of(written.RootElement)).ShouldBe(PartsOf(asked));
        }
    }

    [Fact]
    public void A_date_that_the_format_has_no_word_for_is_not_written()
    {
        var said = new Statements([new Claim("c", new ClaimDate(DayRanges.Of([(null, 3), (7, null)])), null)], [], [], []);
        var asked = new Case(new PolityStatements(said, []), null, 0, 9, []);

        Should.Throw<NotSupportedException>(asked.ToJson);
    }

    private static IEnumerable<object?> PartsOf(Case asked) =>
        [
            asked.RecordDate,
            asked.FirstDay,
            asked.LastDay,
            .. asked.Windows.Cast<object>(),
            .. asked.Said.Lives.SelectMany(life => (object?[])[life.Id, .. PartsOf(life.Statements)]),
            .. asked.Said.Episodes.SelectMany(episode =>
                (object?[])[episode.Id, episode.Nature, episode.Seat, episode.After, .. PartsOf(episode.Statements)]
            ),
            .. asked.Said.Loose.SelectMany(loose => (object?[])[loose.Id, loose.At, .. loose.Of]),
        ];

    private static IEnumerable<object> PartsOf(Statements said) =>
        [.. said.Claims, .. said.Attestations, .. said.Denials, .. said.SetAside];
}
