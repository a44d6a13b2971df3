using ArtsakhLedger.Corrections;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.State;
using Edtf;

namespace Benchmarks.AsOf;

/// <summary>One polity as several yearbooks tell it: its life, a line of foreign ministers, recognitions and, most of all, offices.
/// The first source's facts are recorded first, in the order of time; then what others add, refine or dispute.</summary>
internal sealed class SyntheticPolity
{
    /// <summary>Raised when what is drawn changes, so that a ledger that was filled before is filled anew.</summary>
    public const int Generation = 4;

    private readonly Random random;
    private readonly string id;
    private readonly int number;
    private readonly int wanted;

    // Of one with a hundred times as many facts a hundredth as often a beginning or an end is missing or mistaken, so that as many things are left open as of another.
    private readonly int rarity;
    private readonly int firstYear;
    private readonly int lastYear;
    private readonly List<(int Pass, long Day, Fact Fact)> facts = [];
    private readonly List<Fact> descriptions = [];

    private SyntheticPolity(int number, int wanted)
    {
        (this.number, this.wanted, id) = (number, wanted, SyntheticWorld.Polity(number));
        random = new Random(number);
        rarity = Math.Max(1, wanted / 1_000);
        // One with a hundred times as many facts is two thousand years old, so that of it too about thirty things hold on a day.
        firstYear = wanted > 20_000 ? 10 : random.Next(1900, 1960);
        lastYear = random.Next(1990, 2024);
    }

    /// <summary>The years that questions are asked about.</summary>
    public static (int First, int Last) YearsOf(int number, int facts)
    {
        var polity = new SyntheticPolity(number, facts);
        return (polity.firstYear, polity.lastYear);
    }

    public static Batch BatchOf(int number, int facts)
    {
        var polity = new SyntheticPolity(number, facts);
        polity.Draw();
        return SyntheticWorld.BatchOf(
            polity.id,
            "0001-synthetic",
            [
                .. polity.descriptions,
                .. polity.facts.OrderBy(fact => fact.Pass).ThenBy(fact => fact.Day).Take(facts).Select(fact => fact.Fact),
            ]
        );
    }

    /// <summary>Corrections of every fact of a polity, each of which gives it another date: as many as it takes, one round after the other.</summary>
    public static Batch CorrectionsOf(int number, int facts, int rounds)
    {
        var polity = new SyntheticPolity(number, facts);
        polity.Draw();
        var corrected = polity.facts.OrderBy(fact => fact.Pass).ThenBy(fact => fact.Day).Take(facts).ToList();
        return SyntheticWorld.BatchOf(
            polity.id,
            "0002-corrections",
            from round in Enumerable.Range(1, rounds)
            from fact in corrected
            select new FactCorrected
            {
                Id = $"{fact.Fact.Id}-mended-{round}",
                Polity = polity.id,
                Target = fact.Fact.Id,
                Content = fact.Fact with { Date = polity.Told(Day.FromDayNumber(fact.Day)) },
                Citations = fact.Fact.Citations,
                Reason = "the yearbook was misread",
            }
        );
    }

    private void Draw()
    {
        DrawLife();
        DrawMinisters(Math.Clamp(wanted / 45, 2, 120));
        DrawRecognitions(Math.Clamp(wanted / 60, 1, 40));
        for (var office = 0; facts.Count < wanted; office++)
        {
            DrawOffice(office);
        }
    }

    private void DrawLife()
    {
        var (begins, ends) = (DayIn(firstYear), DayIn(lastYear));
        Say(begins, source => new StateProclaimed { Id = $"{id}-proclaimed-{source}", Date = Told(begins) }, witnesses: 2);
        if (Chance(50))
        {
            Say(ends, source => new StateDissolved { Id = $"{id}-dissolved-{source}", Date = Told(ends) }, witnesses: 2);
        }

        foreach (var name in new[] { "ministry", "assembly", "court" })
        {
            var institution = $"{id}-{name}";
            descriptions.Add(SyntheticWorld.Described(institution, EntityKind.Institution, $"{name} of {SyntheticWorld.NameOf(number)}"));
            var seated = begins.AddDays(random.Next(0, 2000));
            Say(
                seated,
                source => new InstitutionSeated
                {
                    Id = $"{institution}-{source}",
                    Institution = institution,
                    City = AnyCity(),
                    Date = Chance(30) ? null : Told(seated),
                },
                witnesses: 1
            );
        }
    }

    private void DrawMinisters(int terms)
    {
        var day = DayIn(firstYear + 1);
        var length = (lastYear - firstYear - 2) * 365 / terms;
        for (var term = 1; term <= terms; term++)
        {
            var (from, to) = (day, day.AddDays(random.Next(length / 2, (length * 3 / 2) + 2)));
            var person = $"{id}-minister-{term}";
            descriptions.Add(
                SyntheticWorld.Described(
                    person,
                    EntityKind.Person,
                    $"{SyntheticWorld.NameOf(random.Next(4096))} {SyntheticWorld.NameOf(random.Next(4096))}"
                )
            );
            Say(
                from,
                source => new MinisterAppointed
                {
                    Id = $"{person}-{source}",
                    Person = person,
                    Date = Chance(40) ? Term(from, to) : Told(from),
                    Capacity = Chance(5) ? "acting" : null,
                },
                witnesses: random.Next(1, 4)
            );
            Say(
                to,
                source => new MinisterLeft
                {
                    Id = $"{person}-left-{source}",
                    Person = person,
                    Date = Told(to),
                },
                witnesses: 1
            );
            if (Chance(30))
            {
                var seen = from.AddDays(random.Next(Math.Max(1, (int)(to.DayNumber - from.DayNumber))));
                Say(
                    seen,
                    source => new MinisterAttested
                    {
                        Id = $"{person}-seen-{source}",
                        Person = person,
                        Date = Told(seen),
                    },
                    witnesses: 1
                );
            }

            day = to;
        }
    }

    private void DrawRecognitions(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            var actor = SyntheticWorld.Polity(1 + random.Next(400));
            var day = DayIn(random.Next(firstYear, lastYear));
            Say(
                day,
                source => new RecognitionPassed
                {
                    Id = $"{id}-recognised-{i}-{source}",
                    Actor = actor,
                    Level = ActorLevel.State,
                    Act = Chance(50) ? ActForm.Resolution : null,
                    Mutual = false,
                    Date = Told(day),
                },
                witnesses: random.Next(1, 4)
            );
            if (Chance(25))
            {
                var until = day.AddDays(random.Next(300, 6000));
                Say(
                    until,
                    source => new RecognitionRescinded
                    {
                        Id = $"{id}-rescinded-{i}-{source}",
                        Actor = actor,
                        Level = ActorLevel.State,
                        Date = Told(until),
                    },
                    witnesses: 1
                );
            }
        }
    }

    private void DrawOffice(int office)
    {
        var (city, term) = (SyntheticWorld.City(1 + (office % SyntheticWorld.Cities)), 1 + (office / SyntheticWorld.Cities));
        var opened = DayIn(random.Next(firstYear, lastYear));
        var closed = opened.AddDays(random.Next(100, 900));
        var name = $"{id}-office-{office}";
        Say(
            opened,
            source => new OfficeOpened
            {
                Id = $"{name}-{source}",
                City = city,
                Term = term == 1 ? null : term,
                Date = Told(opened),
                Host = SyntheticWorld.Polity(1 + (office % 300)),
            },
            witnesses: random.Next(1, 3)
        );
        if (!IsRare(7))
        {
            Say(
                closed,
                source => new OfficeClosed
                {
                    Id = $"{name}-closed-{source}",
                    City = city,
                    Term = term == 1 ? null : term,
                    Date = Told(closed),
                },
                witnesses: 1
            );
        }

        if (Chance(60))
        {
            var seen = opened.AddDays(random.Next((int)(closed.DayNumber - opened.DayNumber)));
            Say(
                seen,
                source => new OfficeAttested
                {
                    Id = $"{name}-seen-{source}",
                    City = city,
                    Term = term == 1 ? null : term,
                    Date = Told(seen),
                },
                witnesses: 1
            );
        }
    }

    /// <summary>Records what one source or several say, each in a fact of its own.</summary>
    private void Say(Day day, Func<int, Fact> fact, int witnesses)
    {
        var first = random.Next(SyntheticWorld.Sources);
        for (var witness = 0; witness < witnesses; witness++)
        {
            var source = 1 + ((first + witness) % SyntheticWorld.Sources);
            facts.Add(
                (
                    witness,
                    day.DayNumber,
                    fact(source) with
                    {
                        Polity = id,
                        Citations =
                        [
                            new() { Source = SyntheticWorld.Source(source), Quote = $"entry {facts.Count} of the yearbook, as printed" },
                        ],
                    }
                )
            );
        }
    }

    /// <summary>A date as a source gives it: to the day, the month or the year, now and then wrong by a little.</summary>
    private EdtfDate Told(Day day)
    {
        if (IsRare(6))
        {
            // By less than an office is open, so that no end comes before its beginning: such a term would have none.
            day = day.AddDays(random.Next(-90, 90));
        }

        var iso = day.ToString();
        return EdtfDate.Parse(
            IsRare(3)
                ? $"[..{iso}]"
                : random.Next(97) switch
                {
                    < 45 => iso,
                    < 70 => iso[..7],
                    < 92 => iso[..4],
                    < 95 => $"{iso[..4]}~",
                    _ => $"{iso[..3]}X",
                }
        );
    }

    private EdtfDate Term(Day from, Day to) => EdtfDate.Parse($"{from.ToString()[..4]}/{(IsRare(10) ? ".." : to.ToString()[..4])}");

    private Day DayIn(int year) => new Day(year, 1, 1).AddDays(random.Next(365));

    private Party AnyCity() => SyntheticWorld.City(1 + random.Next(SyntheticWorld.Cities));

    private bool IsRare(int percent) => random.Next(100 * rarity) < percent;

    private bool Chance(int percent) => random.Next(100) < percent;
}
