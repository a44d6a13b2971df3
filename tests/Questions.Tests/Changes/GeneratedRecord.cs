using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.State;
using Edtf;
using static ArtsakhLedger.Tests.Corrections.Entries;

namespace ArtsakhLedger.Tests.Changes;

/// <summary>Small records drawn from a seed: a polity's life, ministers of one seat, offices, recognitions, capacities, denials, corrections
/// and retractions within a few weeks. The same seed gives the same record.</summary>
internal sealed class GeneratedRecord
{
    public static readonly Day First = new(2000, 1, 1);
    public static readonly Day Last = new(2000, 2, 20);

    private readonly Random random;
    private readonly List<Fact> facts = [];

    private GeneratedRecord(int seed) => random = new Random(seed);

    public static IReadOnlyList<Fact> Of(int seed)
    {
        var record = new GeneratedRecord(seed);
        var count = record.random.Next(2, 12);
        for (var i = 0; i < count; i++)
        {
            record.facts.Add(record.Draw($"f{i}"));
        }

        return record.facts;
    }

    private Fact Draw(string id)
    {
        if (facts.Count > 1 && random.Next(100) < 25)
        {
            var target = facts[random.Next(facts.Count)];
            return target is AboutFact || random.Next(3) == 0 ? Retracted(id, target.Id)
                : random.Next(2) == 0
                    ? new FactDenied
                    {
                        Id = id,
                        Target = target.Id,
                        Citations = [Source()],
                    }
                : Corrected(id, target.Id, target with { Date = Date() });
        }

        return random.Next(9) switch
        {
            0 => new StateProclaimed
            {
                Id = id,
                Date = Date(),
                Citations = [Source()],
            },
            1 => new StateDissolved
            {
                Id = id,
                Date = Date(),
                Citations = [Source()],
            },
            2 or 3 => new MinisterAppointed
            {
                Id = id,
                Person = Pick("anna", "boris", "clara"),
                Date = Term(),
                Term = random.Next(8) == 0 ? random.Next(1, 3) : null,
                Citations = [Source()],
            },
            4 when random.Next(2) == 0 => new MinisterLeft
            {
                Id = id,
                Person = Pick("anna", "boris"),
                Date = Date(),
                Term = random.Next(2) == 0 ? random.Next(1, 3) : null,
                Citations = [Source()],
            },
            4 => new CapacityChanged
            {
                Id = id,
                Person = Pick("anna", "boris"),
                Capacity = Pick("acting", "full"),
                Date = Date(),
                Citations = [Source()],
            },
            5 => new OfficeOpened
            {
                Id = id,
                City = Pick("paris", "beirut"),
                Date = Term(),
                Term = random.Next(6) == 0 ? 1 : null,
                Citations = [Source()],
            },
            6 => new OfficeAttested
            {
                Id = id,
                City = Pick("paris", "beirut"),
                Host = Pick("france", "lebanon"),
                Date = Date(),
                Citations = [Source()],
            },
            7 => new OfficeClosed
            {
                Id = id,
                City = Pick("paris", "beirut"),
                Term = random.Next(2) == 0 ? random.Next(1, 3) : null,
                Date = Date(),
                Citations = [Source()],
            },
            _ => new RecognitionPassed
            {
                Id = id,
                Actor = Pick("abkhazia", "hawaii"),
                Level = ActorLevel.State,
                Date = Date(),
                Citations = [Source()],
            },
        };
    }

    private EdtfDate Date() =>
        EdtfDate.Parse(
            random.Next(6) switch
            {
                0 => "2000-01",
                1 => $"[..{Day()}]",
                2 => $"[{Day()}..]",
                3 => $"[2000-01-0{random.Next(1, 5)}..2000-01-{random.Next(10, 29)}]",
                _ => Day(),
            }
        );

    private EdtfDate Term() =>
        random.Next(2) == 0
            ? Date()
            : EdtfDate.Parse($"2000-01-{random.Next(10, 20)}/{Pick("2000-02", $"2000-02-0{random.Next(1, 10)}", "..", "")}");

    private string Day() => $"2000-0{random.Next(1, 3)}-{random.Next(1, 20):00}";

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private Citation Source() => Cite(Pick("s1", "s2"));
}
