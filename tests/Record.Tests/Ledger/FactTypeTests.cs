using System.Text.Json;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Memberships;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Towns;
using ArtsakhLedger.Travel;
using ArtsakhLedger.Vocabulary;
using Edtf;
using Shouldly;
using Xunit;

namespace ArtsakhLedger.Tests.Ledger;

public sealed class FactTypeTests
{
    [Fact]
    public void Every_kind_of_fact_has_a_name_so_that_none_is_dropped() =>
        FactType
            .All.Select(type => type.Type)
            .ShouldBe(
                typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract),
                ignoreOrder: true
            );

    [Fact]
    public void The_name_of_a_kind_is_that_of_its_record_in_kebab_case() =>
        FactType.All.ShouldAllBe(type => type.Name == JsonNamingPolicy.KebabCaseLower.ConvertName(type.Type.Name));

    [Fact]
    public void Every_kind_of_fact_that_the_contract_names_is_there()
    {
        string[] named =
        [
            "StateProclaimed",
            "DissolutionAgreed",
            "StateDissolved",
            "TerritoryHeld",
            "InstitutionSeated",
            "HostilitiesBegan",
            "RecognitionPassed",
            "RecognitionRejected",
            "RecognitionRescinded",
            "PositionStated",
            "TerritorialIntegrityPassed",
            "TerritorialIntegrityRejected",
            "DiplomaticRelationsEstablished",
            "OfficeOpened",
            "OfficeAttested",
            "OfficeAccredited",
            "OfficeClosed",
            "MinisterAppointed",
            "MinisterReappointed",
            "CapacityChanged",
            "MinisterAttested",
            "MinisterLeft",
            "VisaWaiverSigned",
            "VisaWaiverInForce",
            "PassportAccepted",
            "FriendshipGroupEstablished",
            "FriendshipGroupDissolved",
            "MembershipBegan",
            "MembershipAttested",
            "MembershipEnded",
            "ConventionSigned",
            "TournamentEntered",
            "TournamentHosted",
            "TownsTwinned",
            "TwinningEnded",
            "AgreementSigned",
            "VisitMade",
            "MeetingHeld",
            "StatementMade",
            "AidSent",
            "ArmsSupplied",
            "EntityDescribed",
            "EntitiesIdentified",
            "CompletenessStated",
            "SourceArchived",
            "FactCorroborated",
            "FactCorrected",
            "FactDenied",
            "FactRetracted",
            "FactReinstated",
            "ClaimPreferred",
            "CallMade",
            "SourceAssessed",
            "FactsIdentified",
            "StateAttested",
            "StatesUnited",
            "NameAdopted",
            "NameAttested",
            "NameDropped",
            "CredentialsPresented",
            "InstitutionAttested",
            "InstitutionClosed",
            "TerritoryAttested",
            "TerritoryLost",
            "OfficeRankChanged",
            "HostedOfficeOpened",
            "HostedOfficeAttested",
            "HostedOfficeClosed",
            "RecognitionAttested",
            "RecognitionSuspended",
            "RecognitionResumed",
            "DiplomaticRelationsAttested",
            "DiplomaticRelationsSevered",
            "DiplomaticRelationsSuspended",
            "DiplomaticRelationsResumed",
            "MembershipSuspended",
            "MembershipResumed",
            "TreatyInForce",
            "TreatyEnded",
            "TreatyRatified",
            "VisaWaiverEnded",
            "PassportRefused",
            "HostilitiesEnded",
            "CeasefireAgreed",
            "SanctionsImposed",
            "SanctionsLifted",
            "StateSucceeded",
            "VoteHeld",
            "MinisterNominated",
            "MembershipApplied",
            "MembershipRefused",
            "ReferendumHeld",
        ];
        named.Except(FactType.All.Select(type => type.Type.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_recognition_says_by_whom_at_which_level_in_which_form_by_which_chamber_with_which_votes_and_of_what() =>
        new[] { "actor", "level", "act", "chamber", "votes", "unanimous", "mutual", "recognised", "subject" }
            .Except(FactJson.Options.GetTypeInfo(typeof(RecognitionPassed)).Properties.Select(field => field.Name))
            .ShouldBeEmpty();

    [Fact]
    public void A_fact_survives_being_stored()
    {
        Fact fact = new RecognitionPassed
        {
            Id = "a-row",
            Polity = "artsakh",
            Date = EdtfDate.Parse("[..2001-07-04]"),
            Actor = Party.NotNamed("a non-UN member state", ["abkhazia"]),
            Level = ActorLevel.State,
            Votes = new() { For = 70, Against = 1 },
            Mutual = true,
            Citations =
            [
                new()
                {
                    Source = "article",
                    Quote = "July 4, 2001 or before",
                    Start = 3,
                    End = 25,
                },
            ],
        };

        var json = JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options);
        var read = JsonSerializer.Deserialize(json, fact.GetType(), FactJson.Options);

        JsonSerializer.Serialize(read, fact.GetType(), FactJson.Options).ShouldBe(json);
        json.ShouldContain("\"level\":\"state\"");
        json.ShouldContain("\"actor\":{\"unnamed\":\"a non-UN member state\",\"mayBe\":[\"abkhazia\"]}");
    }

    [Fact]
    public void Every_kind_of_fact_that_files_hold_has_its_fields_in_the_schema()
    {
        var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Events, "schema.json"))).RootElement.GetProperty("$defs");
        var listed = schema
            .GetProperty("fact")
            .GetProperty("oneOf")
            .EnumerateArray()
            .Select(one => one.GetProperty("$ref").GetString())
            .ToList();

        foreach (var type in FactType.All.Where(type => type.Type != typeof(EntityDescribed) && type.Type != typeof(SourceArchived)))
        {
            listed.ShouldContain($"#/$defs/{type.Name}");
            schema
                .GetProperty(type.Name)
                .GetProperty("properties")
                .EnumerateObject()
                .Select(field => field.Name)
                .ShouldBe(
                    FactJson
                        .Options.GetTypeInfo(type.Type)
                        .Properties.Where(field => field.Set is not null)
                        .Select(field => field.Name)
                        .Where(field => field != "polity")
                        .Append("type"),
                    ignoreOrder: true,
                    type.Name
                );
        }
    }

    [Fact]
    public void A_further_term_is_an_episode_of_its_own() =>
        new MinisterAppointed
        {
            Polity = "artsakh",
            Person = "somebody",
            Term = 2,
        }
            .EpisodeLinks()
            .Single()
            .Episode.ShouldBe("artsakh/foreign-minister/somebody/2");

    [Fact]
    public void Another_post_than_the_foreign_ministers_is_a_seat_of_its_own()
    {
        var link = new MinisterAppointed
        {
            Polity = "artsakh",
            Person = "somebody",
            Post = "speaker",
        }
            .EpisodeLinks()
            .Single();

        link.Episode.ShouldBe("artsakh/speaker/somebody");
        link.Nature.ShouldBe(Nature.Post);
        link.Kind.ShouldBe(EpisodeKind.OfPost("speaker"));
        new MinisterAppointed
        {
            Polity = "artsakh",
            Person = "somebody",
            Post = "office",
        }
            .EpisodeLinks()
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "artsakh/membership/a-community", Nature.LastingCarried)]
    [InlineData("artsakh", "artsakh/membership/a-community", Nature.LastingCarried)]
    [InlineData("a-team", "artsakh/membership/a-team--a-community", Nature.Others)]
    public void A_membership_ends_with_the_polity_only_where_it_is_the_politys(string? member, string episode, Nature nature)
    {
        var by = member is null ? null : Party.Named(member);
        Fact[] facts =
        [
            new MembershipBegan
            {
                Polity = "artsakh",
                Organisation = "a-community",
                Member = by,
            },
            new MembershipAttested
            {
                Polity = "artsakh",
                Organisation = "a-community",
                Member = by,
            },
            new MembershipEnded
            {
                Polity = "artsakh",
                Organisation = "a-community",
                Member = by,
            },
        ];

        facts.SelectMany(fact => fact.EpisodeLinks()).ShouldAllBe(link => link.Episode == episode && link.Nature == nature);
        facts
            .SelectMany(fact => fact.EpisodeLinks())
            .Select(link => link.Role)
            .ShouldBe([EpisodeRole.Opens, EpisodeRole.Attests, EpisodeRole.Closes]);
    }

    [Fact]
    public void Relations_between_two_others_are_one_episode_whichever_is_named_first_and_are_tied_to_nothing()
    {
        var link = new DiplomaticRelationsEstablished
        {
            Polity = "artsakh",
            With = "tuvalu",
            And = "armenia",
        }
            .EpisodeLinks()
            .Single();

        link.Episode.ShouldBe("artsakh/diplomatic-relations/armenia--tuvalu");
        link.Nature.ShouldBe(Nature.LastingFree);
        new DiplomaticRelationsEstablished
        {
            Polity = "artsakh",
            With = "armenia",
            And = "tuvalu",
        }
            .EpisodeLinks()
            .Single()
            .Episode.ShouldBe(link.Episode);
        var own = new DiplomaticRelationsEstablished
        {
            Polity = "artsakh",
            With = "artsakh",
            And = "tuvalu",
        }
            .EpisodeLinks()
            .Single();
        own.Episode.ShouldBe("artsakh/diplomatic-relations/tuvalu");
        own.Nature.ShouldBe(Nature.LastingCarried);
    }

    [Fact]
    public void A_twinning_names_the_town_of_the_polity_first_and_is_not_carried_by_the_polity()
    {
        var link = new TownsTwinned
        {
            Polity = "artsakh",
            Town = "stepanakert",
            Partner = "montebello",
        }
            .EpisodeLinks()
            .Single();

        link.Episode.ShouldBe("artsakh/twinning/stepanakert--montebello");
        link.Party.ShouldBe("montebello");
        link.Nature.ShouldBe(Nature.Others);
    }

    [Fact]
    public void What_only_happens_opens_no_episode()
    {
        Fact[] happenings =
        [
            new VisaWaiverSigned { Polity = "artsakh", With = "abkhazia" },
            new PositionStated
            {
                Polity = "artsakh",
                Actor = "ukraine",
                Level = ActorLevel.State,
                Positions = [Position.NonRecognition],
            },
            new RecognitionRejected
            {
                Polity = "artsakh",
                Actor = "vermont",
                Level = ActorLevel.SubNational,
            },
            new TerritorialIntegrityPassed
            {
                Polity = "artsakh",
                Actor = "arizona",
                Level = ActorLevel.SubNational,
                Of = "azerbaijan",
            },
            new RecognitionPassed
            {
                Polity = "artsakh",
                Actor = Party.NotNamed("a U.S. state", ["california"]),
                Level = ActorLevel.SubNational,
            },
            new TownsTwinned
            {
                Polity = "artsakh",
                Town = "shekher",
                Partner = Party.NotNamed("a French commune", []),
            },
        ];

        happenings.ShouldAllBe(fact => !fact.EpisodeLinks().Any() && fact.StreamName() == "artsakh");
    }

    [Theory]
    [InlineData(Position.NonRecognition, true)]
    [InlineData(Position.PartOfAnotherState, true)]
    [InlineData(Position.RecognitionUrged, false)]
    [InlineData(Position.SelfDetermination, false)]
    public void Only_a_position_against_recognition_says_not_recognised(Position position, bool says) =>
        new PositionStated
        {
            Polity = "artsakh",
            Actor = "somebody",
            Level = ActorLevel.Parliament,
            Positions = [position],
        }
            .SaysNotRecognised()
            .ShouldBe(says);

    [Fact]
    public void A_recognition_has_a_direction()
    {
        new RecognitionPassed
        {
            Polity = "artsakh",
            Actor = "abkhazia",
            Level = ActorLevel.State,
        }
            .EpisodeLinks()
            .Select(link => link.Episode)
            .ShouldBe(["artsakh/recognition-by/abkhazia"]);
        new RecognitionPassed
        {
            Polity = "artsakh",
            Actor = "artsakh",
            Recognised = "abkhazia",
            Level = ActorLevel.State,
        }
            .EpisodeLinks()
            .Select(link => link.Episode)
            .ShouldBe(["artsakh/recognition-of/abkhazia"]);
        new RecognitionPassed
        {
            Polity = "artsakh",
            Actor = "abkhazia",
            Level = ActorLevel.State,
            Mutual = true,
        }
            .EpisodeLinks()
            .Select(link => link.Episode)
            .ShouldBe(["artsakh/recognition-by/abkhazia", "artsakh/recognition-of/abkhazia"]);
    }
}
