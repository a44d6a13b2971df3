using ArtsakhLedger.Conflicts;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Memberships;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Parliaments;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;
using ArtsakhLedger.Towns;
using ArtsakhLedger.Travel;
using ArtsakhLedger.Vocabulary;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Episodes;

/// <summary>Which facts open, attest and close what, and how the rules of time treat it: the table of INTERFACES, section 1, row by row.</summary>
public sealed class EpisodeTableTests
{
    private static readonly (Fact Fact, string Episode, Nature Nature, EpisodeRole Role)[] Table =
    [
        (new StateProclaimed(), "existence", Nature.Life, EpisodeRole.Opens),
        (new StateDissolved(), "existence", Nature.Life, EpisodeRole.Closes),
        (new MinisterAppointed { Person = "anna" }, "foreign-minister/anna", Nature.Post, EpisodeRole.Opens),
        (new MinisterAttested { Person = "anna" }, "foreign-minister/anna", Nature.Post, EpisodeRole.Attests),
        (new MinisterReappointed { Person = "anna" }, "foreign-minister/anna", Nature.Post, EpisodeRole.Attests),
        (new CapacityChanged { Person = "anna", Capacity = "acting" }, "foreign-minister/anna", Nature.Post, EpisodeRole.Attests),
        (new MinisterLeft { Person = "anna" }, "foreign-minister/anna", Nature.Post, EpisodeRole.Closes),
        (new MinisterAppointed { Person = "anna", Post = "speaker" }, "speaker/anna", Nature.Post, EpisodeRole.Opens),
        (new InstitutionSeated { Institution = "ministry" }, "institution/ministry", Nature.Institution, EpisodeRole.Opens),
        (new TerritoryHeld { Territory = "shahumyan" }, "territory/shahumyan", Nature.Carried, EpisodeRole.Opens),
        (new OfficeOpened { City = "paris" }, "office/paris", Nature.Carried, EpisodeRole.Opens),
        (new OfficeAttested { City = "paris" }, "office/paris", Nature.Carried, EpisodeRole.Attests),
        (new OfficeAccredited { City = "paris", To = ["monaco"] }, "office/paris", Nature.Carried, EpisodeRole.Attests),
        (new OfficeClosed { City = "paris" }, "office/paris", Nature.Carried, EpisodeRole.Closes),
        (
            new RecognitionPassed { Actor = "abkhazia", Level = ActorLevel.State },
            "recognition-by/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Opens
        ),
        (
            new RecognitionPassed { Actor = "milan", Level = ActorLevel.Municipal },
            "recognition-by/milan",
            Nature.LastingCarried,
            EpisodeRole.Opens
        ),
        (
            new RecognitionRescinded { Actor = "abkhazia", Level = ActorLevel.State },
            "recognition-by/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Closes
        ),
        (
            new RecognitionPassed
            {
                Actor = "artsakh",
                Recognised = "abkhazia",
                Level = ActorLevel.State,
            },
            "recognition-of/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Opens
        ),
        (
            new DiplomaticRelationsEstablished { With = "artsakh", And = "abkhazia" },
            "diplomatic-relations/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Opens
        ),
        (
            new DiplomaticRelationsEstablished { With = "armenia", And = "tuvalu" },
            "diplomatic-relations/armenia--tuvalu",
            Nature.LastingFree,
            EpisodeRole.Opens
        ),
        (new MembershipBegan { Organisation = "community" }, "membership/community", Nature.LastingCarried, EpisodeRole.Opens),
        (new MembershipAttested { Organisation = "community" }, "membership/community", Nature.LastingCarried, EpisodeRole.Attests),
        (new MembershipEnded { Organisation = "community" }, "membership/community", Nature.LastingCarried, EpisodeRole.Closes),
        (new MembershipBegan { Organisation = "conifa", Member = "a-team" }, "membership/a-team--conifa", Nature.Others, EpisodeRole.Opens),
        (new ConventionSigned { Convention = "geneva" }, "convention/geneva", Nature.LastingCarried, EpisodeRole.Opens),
        (new VisaWaiverInForce { With = "abkhazia" }, "visa-waiver/abkhazia", Nature.LastingCarried, EpisodeRole.Opens),
        (new PassportAccepted { By = "russia" }, "passport-acceptance/russia", Nature.LastingCarried, EpisodeRole.Opens),
        (new TownsTwinned { Town = "shushi", Partner = "montebello" }, "twinning/shushi--montebello", Nature.Others, EpisodeRole.Opens),
        (
            new TwinningEnded
            {
                Town = "shushi",
                Partner = "montebello",
                How = TwinningEnd.Annulled,
            },
            "twinning/shushi--montebello",
            Nature.Others,
            EpisodeRole.Closes
        ),
        (new FriendshipGroupEstablished { With = "seimas" }, "friendship-group/seimas", Nature.Others, EpisodeRole.Opens),
        (new FriendshipGroupDissolved { With = "seimas" }, "friendship-group/seimas", Nature.Others, EpisodeRole.Closes),
        (new StateAttested(), "existence", Nature.Life, EpisodeRole.Attests),
        (new StatesUnited { Into = "armenia" }, "existence", Nature.Life, EpisodeRole.Closes),
        (new NameAdopted { Name = "the Republic of Artsakh" }, "name/the-republic-of-artsakh", Nature.LastingCarried, EpisodeRole.Opens),
        (new NameAttested { Name = "the Republic of Artsakh" }, "name/the-republic-of-artsakh", Nature.LastingCarried, EpisodeRole.Attests),
        (new NameDropped { Name = "the Republic of Artsakh" }, "name/the-republic-of-artsakh", Nature.LastingCarried, EpisodeRole.Closes),
        (
            new MinisterAppointed
            {
                Person = "anna",
                Post = "ambassador",
                To = "chad",
            },
            "ambassador/chad--anna",
            Nature.Post,
            EpisodeRole.Opens
        ),
        (new CredentialsPresented { Person = "anna", To = "chad" }, "ambassador/chad--anna", Nature.Post, EpisodeRole.Attests),
        (new InstitutionAttested { Institution = "ministry" }, "institution/ministry", Nature.Institution, EpisodeRole.Attests),
        (new InstitutionClosed { Institution = "ministry" }, "institution/ministry", Nature.Institution, EpisodeRole.Closes),
        (new TerritoryAttested { Territory = "shahumyan" }, "territory/shahumyan", Nature.Carried, EpisodeRole.Attests),
        (new TerritoryLost { Territory = "shahumyan" }, "territory/shahumyan", Nature.Carried, EpisodeRole.Closes),
        (new OfficeOpened { City = "paris", OfficeType = OfficeType.Embassy }, "office/paris", Nature.Carried, EpisodeRole.Opens),
        (
            new OfficeOpened { City = "paris", OfficeType = OfficeType.ConsulateGeneral },
            "office/paris--consulate",
            Nature.Carried,
            EpisodeRole.Opens
        ),
        (new OfficeOpened { To = "united-nations" }, "office/united-nations", Nature.Carried, EpisodeRole.Opens),
        (new OfficeOpened { Host = "chad" }, "office/chad", Nature.Carried, EpisodeRole.Opens),
        (new OfficeRankChanged { City = "paris", Rank = OfficeType.Embassy }, "office/paris", Nature.Carried, EpisodeRole.Attests),
        (
            new HostedOfficeOpened { Sender = "france", City = "stepanakert" },
            "hosted-office/france--stepanakert",
            Nature.Carried,
            EpisodeRole.Opens
        ),
        (new HostedOfficeAttested { Sender = "france" }, "hosted-office/france", Nature.Carried, EpisodeRole.Attests),
        (new HostedOfficeClosed { Sender = "france" }, "hosted-office/france", Nature.Carried, EpisodeRole.Closes),
        (
            new RecognitionAttested { Actor = "abkhazia", Level = ActorLevel.State },
            "recognition-by/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Attests
        ),
        (
            new RecognitionSuspended { Actor = "abkhazia", Level = ActorLevel.State },
            "recognition-by/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Attests
        ),
        (
            new RecognitionResumed { Actor = "abkhazia", Level = ActorLevel.State },
            "recognition-by/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Attests
        ),
        (
            new DiplomaticRelationsAttested { With = "abkhazia" },
            "diplomatic-relations/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Attests
        ),
        (
            new DiplomaticRelationsSuspended { With = "abkhazia" },
            "diplomatic-relations/abkhazia",
            Nature.LastingCarried,
            EpisodeRole.Attests
        ),
        (new DiplomaticRelationsResumed { With = "abkhazia" }, "diplomatic-relations/abkhazia", Nature.LastingCarried, EpisodeRole.Attests),
        (new DiplomaticRelationsSevered { With = "abkhazia" }, "diplomatic-relations/abkhazia", Nature.LastingCarried, EpisodeRole.Closes),
        (new MembershipSuspended { Organisation = "community" }, "membership/community", Nature.LastingCarried, EpisodeRole.Attests),
        (new MembershipResumed { Organisation = "community" }, "membership/community", Nature.LastingCarried, EpisodeRole.Attests),
        (new TreatyInForce { Convention = "geneva" }, "convention/geneva", Nature.LastingCarried, EpisodeRole.Opens),
        (new TreatyRatified { Convention = "geneva" }, "convention/geneva", Nature.LastingCarried, EpisodeRole.Attests),
        (new TreatyEnded { Convention = "geneva" }, "convention/geneva", Nature.LastingCarried, EpisodeRole.Closes),
        (new VisaWaiverEnded { With = "abkhazia" }, "visa-waiver/abkhazia", Nature.LastingCarried, EpisodeRole.Closes),
        (new HostilitiesBegan { By = "azerbaijan" }, "war/azerbaijan", Nature.Free, EpisodeRole.Opens),
        (new HostilitiesEnded { With = "azerbaijan" }, "war/azerbaijan", Nature.Free, EpisodeRole.Closes),
        (new CeasefireAgreed { With = "azerbaijan" }, "war/azerbaijan", Nature.Free, EpisodeRole.Closes),
        (new SanctionsImposed { By = "azerbaijan" }, "sanctions/azerbaijan", Nature.Others, EpisodeRole.Opens),
        (new SanctionsLifted { By = "azerbaijan" }, "sanctions/azerbaijan", Nature.Others, EpisodeRole.Closes),
    ];

    [Fact]
    public void Every_row_of_the_table_holds()
    {
        foreach (var (fact, episode, nature, role) in Table)
        {
            var link = (fact with { Polity = "artsakh" }).EpisodeLinks().ShouldHaveSingleItem();
            (link.Episode, link.Nature, link.Role).ShouldBe(($"artsakh/{episode}", nature, role), fact.ToString());
        }
    }

    [Fact]
    public void A_fact_stays_in_the_stream_of_the_episode_that_it_first_names()
    {
        foreach (var (fact, episode, _, _) in Table)
        {
            (fact with { Polity = "artsakh" }).StreamName().ShouldBe($"artsakh/{episode}");
        }

        new RecognitionPassed
        {
            Polity = "artsakh",
            Actor = "abkhazia",
            Level = ActorLevel.State,
            Mutual = true,
        }
            .StreamName()
            .ShouldBe("artsakh/recognition-by/abkhazia");
    }

    [Fact]
    public void What_describes_an_entity_or_a_source_has_a_stream_of_its_own()
    {
        new EntityDescribed
        {
            Id = "entity-lachin",
            Entity = "lachin",
            Kind = EntityKind.Municipality,
            Names = [],
            Reason = "test",
        }
            .StreamName()
            .ShouldBe("entity/lachin");
        new SourceArchived
        {
            Id = "source-gazette",
            Source = "gazette",
            Csl = [],
            Reason = "test",
        }
            .StreamName()
            .ShouldBe("source/gazette");
    }

    [Fact]
    public void Whatever_else_there_is_opens_attests_and_closes_nothing()
    {
        // A refusal closes only what another fact opens.
        var inTable = Table.Select(row => row.Fact.GetType()).Append(typeof(PassportRefused)).ToHashSet();
        var others = FactType
            .All.Where(type => !inTable.Contains(type.Type))
            .Select(type => type.Type.GetMethod(nameof(Fact.EpisodeLinks))!.DeclaringType)
            .Distinct();
        others.ShouldBe([typeof(Fact)]);
    }
}
