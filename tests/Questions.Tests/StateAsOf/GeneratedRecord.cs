using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;
using Edtf;

namespace ArtsakhLedger.Tests.StateAsOf;

/// <summary>A record of one polity drawn from a seed: facts of few things by few sources, of which several lives and periods can be read, with all that may
/// become of facts, entities that are described, renamed and found to be one along the way, and sources that are only noted or copies. The same seed gives the
/// same record.</summary>
internal sealed class GeneratedRecord
{
    public const string Polity = "artsakh";

    private static readonly string[] Dates =
    [
        "1991-09-02",
        "1992",
        "1993-05",
        "199X",
        "1995-06-01",
        "1997",
        "[1994,1998]",
        "XXXX-10-12",
        "[..1996-07-04]",
        "2001~",
        "2003-02/2003-04",
        "1993/1997",
        "1997/..",
        "1995/",
        "/1999-03-01",
        "2004",
        "2006-11-17",
        "2024-01-01",
        "2027-05-01",
        "2005-XX-03",
    ];

    private static readonly DateTimeOffset Begin = new(2026, 1, 30, 20, 0, 0, TimeSpan.Zero);

    private readonly Random random;
    private readonly List<string> ids = [];
    private readonly List<(Fact Fact, bool OfPolity)> drawn = [];

    private GeneratedRecord(int seed) => random = new(seed);

    /// <summary>The entries in the order of record; those that describe entities belong to no polity.</summary>
    public static IReadOnlyList<RecordedFact> Of(int seed, int length)
    {
        var record = new GeneratedRecord(seed);
        while (record.drawn.Count < length)
        {
            record.Draw();
        }

        return
        [
            .. record.drawn.Select(
                (one, i) =>
                    new RecordedFact(
                        i + 1,
                        Begin.AddHours(i * 7),
                        Importer.Author,
                        i % 3 == 0 ? null : "artsakh/0001-drawn",
                        one.OfPolity ? one.Fact with { Polity = Polity } : one.Fact
                    )
            ),
        ];
    }

    private void Draw()
    {
        switch (random.Next(20))
        {
            case 0:
                Describe();
                break;
            case 1 when ids.Count > 3:
                drawn.Add(
                    (
                        new EntitiesIdentified
                        {
                            Id = NextId("same"),
                            Entity = AnyCity(),
                            SameAs = AnyCity(),
                            Inferred = Chance(50),
                            Citations = [Cite()],
                        },
                        false
                    )
                );
                break;
            case 2 or 3 when ids.Count > 0:
                Add(
                    new FactRetracted
                    {
                        Id = NextId("out"),
                        Target = AnyId(),
                        Reason = "a slip",
                    }
                );
                break;
            case 4 when ids.Count > 0:
                Add(
                    new FactReinstated
                    {
                        Id = NextId("back"),
                        Target = AnyId(),
                        Reason = "it stands",
                    }
                );
                break;
            case 5 or 6 when ids.Count > 0:
                var target = AnyId();
                Add(
                    new FactCorrected
                    {
                        Id = NextId("mend"),
                        Target = target,
                        Content = DrawFact() with { Id = target, Polity = Polity },
                        Reason = "a slip",
                    }
                );
                break;
            case 7 when ids.Count > 0:
                Add(
                    new FactDenied
                    {
                        Id = NextId("no"),
                        Target = AnyId(),
                        Denies = Chance(50) ? Denied.Fact : Denied.End,
                        Citations = [Cite()],
                    }
                );
                break;
            case 8 when ids.Count > 0:
                Add(
                    new FactCorroborated
                    {
                        Id = NextId("too"),
                        Target = AnyId(),
                        Date = Chance(50) ? Date() : null,
                        Citations = [Cite()],
                    }
                );
                break;
            case 9:
                Prefer();
                break;
            case 12:
                Assess();
                break;
            case 10:
                Add(
                    new CompletenessStated
                    {
                        Id = NextId("all"),
                        Kind = "recognition-by",
                        Class = "polity",
                        Citations = [Cite()],
                    }
                );
                break;
            case 11 when ids.Exists(IsOfFact):
                Add(
                    new FactsIdentified
                    {
                        Id = NextId("one-act"),
                        Target = AnyFact(),
                        Same = AnyFact(),
                        Reason = "one act",
                    }
                );
                break;
            default:
                var fact = DrawFact();
                ids.Add(fact.Id);
                Add(fact);
                break;
        }
    }

    private Fact DrawFact()
    {
        Fact fact = random.Next(15) switch
        {
            0 => new StateProclaimed { Term = Chance(10) ? 2 : null },
            1 => new StateDissolved(),
            12 => new StateAttested(),
            13 => new InstitutionClosed { Institution = "ministry", City = Chance(30) ? (Party)AnyCity() : null },
            14 => new RecognitionRescinded { Actor = "abkhazia", Level = ActorLevel.State },
            2 => new InstitutionSeated { Institution = "ministry", City = AnyCity() },
            3 or 4 or 5 => new MinisterAppointed
            {
                Person = $"minister-{random.Next(3)}",
                Capacity = Chance(20) ? "acting" : null,
                Term = Chance(10) ? random.Next(1, 4) : null,
            },
            6 => new MinisterLeft { Person = $"minister-{random.Next(3)}" },
            7 => new CapacityChanged { Person = $"minister-{random.Next(3)}", Capacity = "acting" },
            8 => new RecognitionPassed
            {
                Actor = Chance(30) ? Polity : "abkhazia",
                Recognised = "abkhazia",
                Mutual = Chance(50),
                Level = ActorLevel.State,
            },
            9 => new OfficeClosed { City = AnyCity() },
            10 when ids.Count % 3 == 0 => new NameAdopted { Name = $"the Republic of {AnyCity()}" },
            10 when ids.Count % 3 == 1 => new OfficeRankChanged { City = AnyCity(), Rank = OfficeType.Embassy },
            10 => new OfficeAttested { City = AnyCity(), Host = "armenia" },
            _ => new OfficeOpened { City = AnyCity() },
        };
        return fact with
        {
            Id = NextId("fact"),
            Date = Chance(85) ? Date() : null,
            Citations = Chance(20) ? [Cite(), Cite()] : [Cite()],
            Inferred = Chance(10),
        };
    }

    private void Describe()
    {
        var entity = random.Next(3) switch
        {
            0 => Polity,
            1 => AnyCity(),
            _ => "minister-1",
        };
        drawn.Add(
            (
                new EntityDescribed
                {
                    Id = NextId("entity"),
                    Entity = entity,
                    Kind = EntityKind.Polity,
                    Names = [new() { Text = $"{entity} \"{random.Next(9)}\" Ստեփանակերտ", Language = "en" }],
                    Reason = "named",
                },
                false
            )
        );
    }

    private void Assess()
    {
        var source = AnySource();
        var standing = Chance(50) ? SourceStanding.Noted : SourceStanding.Copy;
        drawn.Add(
            (
                new SourceAssessed
                {
                    Id = NextId("assessed"),
                    Source = source,
                    Standing = standing,
                    CopyOf = standing == SourceStanding.Copy ? (source == "a" ? "b" : "a") : null,
                    Reason = "judged",
                },
                false
            )
        );
        if (Chance(50))
        {
            drawn.Add(
                (
                    new FactRetracted
                    {
                        Id = NextId("out"),
                        Target = drawn[^1].Fact.Id,
                        Reason = "a slip",
                    },
                    false
                )
            );
        }
    }

    private void Prefer()
    {
        if (Chance(40) && ids.Count > 1)
        {
            Add(
                new ClaimPreferred
                {
                    Id = NextId("prefer"),
                    Prefer = [AnyId()],
                    Over = [AnyId()],
                    Bounds = Chance(50) ? [ClaimBound.End] : [ClaimBound.Start, ClaimBound.End],
                    Reason = "the better source",
                }
            );
            ids.Add(drawn[^1].Fact.Id);
            return;
        }

        var episode = Chance(50) ? $"{Polity}/foreign-minister/minister-{random.Next(3)}" : $"{Polity}/office/{AnyCity()}";
        Add(
            new ClaimPreferred
            {
                Id = NextId("prefer"),
                Claim = $"{episode}@a",
                Over = Chance(50) || ids.Count == 0 ? [$"{episode}@b"] : [$"{episode}@c", AnyId()],
                Bounds = Chance(50) ? [ClaimBound.Start] : [ClaimBound.Start, ClaimBound.End],
                Reason = "the better source",
            }
        );
        ids.Add(drawn[^1].Fact.Id);
    }

    private void Add(Fact fact) => drawn.Add((fact, true));

    private string NextId(string name) => $"{name}-{drawn.Count}-{random.Next(1000)}";

    private string AnyId() => ids[random.Next(ids.Count)];

    private string AnyFact()
    {
        var facts = ids.FindAll(IsOfFact);
        return facts[random.Next(facts.Count)];
    }

    private static bool IsOfFact(string id) => id.StartsWith("fact-", StringComparison.Ordinal);

    private string AnyCity() => $"city-{random.Next(3)}";

    private EdtfDate Date() => EdtfDate.Parse(Dates[random.Next(Dates.Length)]);

    private Citation Cite() => new() { Source = AnySource(), Quote = "words" };

    private string AnySource() => $"{(char)('a' + random.Next(3))}";

    private bool Chance(int percent) => random.Next(100) < percent;
}
