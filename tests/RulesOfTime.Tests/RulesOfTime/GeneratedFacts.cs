using System.Text.Json.Nodes;

namespace ArtsakhLedger.Tests.RulesOfTime;

/// <summary>
/// Facts about one thing, and dates of one happening, drawn from a seed: single acts and terms, undated, vague, with gaps and masks, with places,
/// numbers of periods, ends of lives, attestations, denials, and what is set aside. The same seed gives the same case.
/// </summary>
internal sealed class GeneratedFacts(int seed)
{
    private readonly Random random = new(seed);
    private readonly List<string> ids = [];
    private int lastDay;

    /// <summary>A case of the periods of a thing.</summary>
    public static JsonObject Periods(int seed) => new GeneratedFacts(seed).DrawPeriods();

    /// <summary>A case of the dates of a happening.</summary>
    public static JsonObject Happening(int seed) => new GeneratedFacts(seed).DrawHappening();

    private JsonObject DrawPeriods()
    {
        lastDay = random.Next(4, 30);
        var (placed, numbered, vague) = (Chance(20), Chance(20), Chance(30) ? 60 : 25);
        var facts = Enumerable.Range(1, random.Next(1, 11)).Select(_ => (JsonNode)DrawFact(placed, numbered, vague)).ToArray();
        return new JsonObject
        {
            ["facts"] = new JsonArray(facts),
            ["setAside"] = new JsonArray([.. Enumerable.Range(0, Chance(20) ? random.Next(1, 3) : 0).Select(_ => DrawSetAside())]),
            ["lives"] = new JsonArray([
                .. Enumerable.Range(0, Chance(20) ? random.Next(1, 3) : 0).Select(_ => new JsonObject { ["end"] = DrawDated(vague) }),
            ]),
        };
    }

    private JsonObject DrawHappening()
    {
        lastDay = random.Next(4, 12);
        return new JsonObject
        {
            ["claims"] = new JsonArray([
                .. Enumerable
                    .Range(1, random.Next(0, 7))
                    .Select(number => new JsonObject { ["id"] = $"c{number}", ["date"] = DrawDate(40) }),
            ]),
        };
    }

    private JsonObject DrawFact(bool placed, bool numbered, int vague)
    {
        var fact = new JsonObject { ["id"] = $"f{ids.Count + 1}", ["source"] = "ABC"[random.Next(3)].ToString() };
        switch (random.Next(100))
        {
            case < 35:
                (fact["gives"], fact["date"]) = ("opening", DrawDate(vague));
                break;
            case < 60:
                (fact["gives"], fact["date"]) = ("closing", DrawDate(vague));
                break;
            case < 80:
                DrawTerm(fact, vague);
                break;
            case < 92:
                DrawAttestation(fact, vague);
                placed = false;
                break;
            default:
                DrawDenial(fact);
                (placed, numbered) = (false, false);
                break;
        }
        if (placed && Chance(60))
            fact["place"] = "xyz"[random.Next(3)].ToString();
        if (numbered && Chance(30))
            fact["term"] = random.Next(1, 4);
        ids.Add((string)fact["id"]!);
        return fact;
    }

    private void DrawTerm(JsonObject fact, int vague)
    {
        fact["gives"] = "term";
        var (one, other) = (random.Next(lastDay + 1), random.Next(lastDay + 1));
        if (Chance(85))
            (one, other) = (Math.Min(one, other), Math.Max(one, other));
        fact["start"] = Chance(90) ? DrawDate(vague, one) : null;
        fact["end"] =
            Chance(75) ? DrawDate(vague, other)
            : Chance(60) ? "open"
            : null;
    }

    private void DrawAttestation(JsonObject fact, int vague)
    {
        fact["gives"] = "attestation";
        if (Chance(60))
        {
            fact["at"] = DrawDate(vague);
            return;
        }
        var (one, other) = (random.Next(lastDay + 1), random.Next(lastDay + 1));
        (fact["from"], fact["to"]) = (DrawDate(vague, Math.Min(one, other)), DrawDate(vague, Math.Max(one, other)));
    }

    private void DrawDenial(JsonObject fact)
    {
        (fact["gives"], fact["of"]) = ("denial", ids.Count == 0 ? "nothing" : ids[random.Next(ids.Count)]);
        if (Chance(50))
            fact["denies"] = "end";
    }

    private JsonObject DrawSetAside()
    {
        var aside = new JsonObject { ["fact"] = ids[random.Next(ids.Count)] };
        if (Chance(60))
            aside["bounds"] = Chance(50) ? new JsonArray("start") : new JsonArray("end");
        return aside;
    }

    private JsonNode DrawDate(int vague, int? from = null) => Chance(6) ? new JsonArray(null, null) : DrawDated(vague, from);

    private JsonNode DrawDated(int vague, int? from = null)
    {
        var day = from ?? random.Next(lastDay + 1);
        if (!Chance(vague))
            return new JsonArray(day, day);
        var length = random.Next(1, 10);
        return random.Next(100) switch
        {
            < 50 => new JsonArray(day, day + length),
            < 60 => new JsonArray(day - (day % 10), day - (day % 10) + 9),
            < 70 => new JsonArray(null, day),
            < 80 => new JsonArray(day, null),
            < 90 => new JsonObject { ["days"] = new JsonArray(day, day + 1, day + 1 + length) },
            _ => new JsonObject { ["mask"] = new JsonArray(day - (day % 10), day - (day % 10) + 9) },
        };
    }

    private bool Chance(int percent) => random.Next(100) < percent;
}
