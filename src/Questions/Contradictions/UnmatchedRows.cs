using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using ArtsakhLedger.Vocabulary;
using Edtf;

namespace ArtsakhLedger.Contradictions;

/// <summary>Finds the dated facts whose party is unnamed and that none of those it may be can have done any more: what is known of each excludes it.</summary>
/// <param name="known">The polity as known.</param>
internal sealed class UnmatchedRows(PolityAsKnown known)
{
    private const string Unnamed = "unnamed";

    private readonly DatesAsDays days = DatesAsDays.For(known.Facts.InForce.Select(recorded => recorded.Fact.Date));

    /// <summary>One contradiction for each such fact, in the order of record.</summary>
    public IEnumerable<ContradictionAnswer> All() =>
        from recorded in known.Facts.InForce
        let fact = recorded.Fact
        where fact.Date is { } date && (date.Earliest is not null || date.Latest is not null)
        where fact.Parties().Where(party => party.Id is null).ToList() is [{ MayBe.Count: > 0 }]
        let candidates = fact.Parties().First(party => party.Id is null).MayBe.Select(known.Entities.Canonical).Distinct().ToList()
        let periods = candidates.Select(candidate => PeriodsOf(fact, candidate)).ToList()
        where periods.TrueForAll(of => of.Count > 0 && !of.Exists(one => MayBe(fact.Date!.Value, one)))
        let excluding = periods.SelectMany(of => of).Select(one => one.Period).ToList()
        select new ContradictionAnswer(
            ContradictionType.Unmatched,
            [.. excluding.Select(period => period.Id).Distinct()],
            [.. excluding.SelectMany(period => period.Claims).Select(claim => claim.Id).Distinct()],
            [.. excluding.SelectMany(period => period.Facts).Prepend(recorded).Select(entry => $"/facts/{entry.Fact.Id}").Distinct()]
        );

    /// <summary>The periods of what the fact would tell of, if a candidate had done it.</summary>
    private List<(Episode Period, EpisodeRole Role)> PeriodsOf(Fact fact, string candidate) =>
        [
            .. from link in As(fact, candidate).EpisodeLinks()
            from period in known.PeriodsOf(known.Entities.Identify(link).Link.Thing)
            select (period, link.Role),
        ];

    private bool MayBe(EdtfDate date, (Episode Period, EpisodeRole Role) one)
    {
        var final = known.ResolvedOf(one.Period).Final;
        return one.Role switch
        {
            EpisodeRole.Opens when date.IsInterval => final.MayHaveLasted(DaysOf(date.Start), DaysOf(date.End)),
            EpisodeRole.Opens => final.MayHaveLasted(DaysOf(date), null),
            EpisodeRole.Closes => final.MayHaveLasted(null, DaysOf(date)),
            _ => final.Over(date.Earliest?.DayNumber ?? DayRanges.FirstDay, date.Latest?.DayNumber ?? DayRanges.LastDay).AtSomeTime
                != Certainty.Not,
        };
    }

    private DayRanges? DaysOf(EdtfDate? date) => date is { } given ? days.DayRangesOf(given) : null;

    /// <summary>The fact with the unnamed party named.</summary>
    private static Fact As(Fact fact, string candidate)
    {
        var written = (JsonObject)JsonSerializer.SerializeToNode(fact, fact.GetType(), FactJson.Options)!;
        Name(written, candidate);
        return (Fact)written.Deserialize(fact.GetType(), FactJson.Options)! with { Polity = fact.Polity };
    }

    private static void Name(JsonNode? node, string candidate)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    if (value is JsonObject party && party.ContainsKey(Unnamed))
                    {
                        members[name] = candidate;
                    }
                    else
                    {
                        Name(value, candidate);
                    }
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is JsonObject party && party.ContainsKey(Unnamed))
                    {
                        items[i] = candidate;
                    }
                    else
                    {
                        Name(items[i], candidate);
                    }
                }

                break;
        }
    }
}
