using ArtsakhLedger.Completeness;
using ArtsakhLedger.Conflicts;
using ArtsakhLedger.Contacts;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Disagreements;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Memberships;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Parliaments;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Sources;
using ArtsakhLedger.Sport;
using ArtsakhLedger.State;
using ArtsakhLedger.Towns;
using ArtsakhLedger.Travel;

namespace ArtsakhLedger.Vocabulary;

/// <summary>A type of fact with its name. Names never change, because stored events have them.</summary>
/// <param name="Name">The name in kebab-case in files, over HTTP and in the event store.</param>
/// <param name="Type">The record type.</param>
public sealed record FactType(string Name, Type Type)
{
    private static readonly Dictionary<string, FactType> ByName;
    private static readonly Dictionary<Type, FactType> ByType;

    static FactType()
    {
        ByName = All.ToDictionary(type => type.Name);
        ByType = All.ToDictionary(type => type.Type);
    }

    /// <summary>Every type of fact.</summary>
    public static IReadOnlyList<FactType> All { get; } =
    [
        new("state-proclaimed", typeof(StateProclaimed)),
        new("state-attested", typeof(StateAttested)),
        new("dissolution-agreed", typeof(DissolutionAgreed)),
        new("state-dissolved", typeof(StateDissolved)),
        new("states-united", typeof(StatesUnited)),
        new("state-succeeded", typeof(StateSucceeded)),
        new("name-adopted", typeof(NameAdopted)),
        new("name-attested", typeof(NameAttested)),
        new("name-dropped", typeof(NameDropped)),
        new("territory-held", typeof(TerritoryHeld)),
        new("territory-attested", typeof(TerritoryAttested)),
        new("territory-lost", typeof(TerritoryLost)),
        new("institution-seated", typeof(InstitutionSeated)),
        new("institution-attested", typeof(InstitutionAttested)),
        new("institution-closed", typeof(InstitutionClosed)),
        new("hostilities-began", typeof(HostilitiesBegan)),
        new("hostilities-ended", typeof(HostilitiesEnded)),
        new("ceasefire-agreed", typeof(CeasefireAgreed)),
        new("sanctions-imposed", typeof(SanctionsImposed)),
        new("sanctions-lifted", typeof(SanctionsLifted)),
        new("referendum-held", typeof(ReferendumHeld)),
        new("recognition-passed", typeof(RecognitionPassed)),
        new("recognition-attested", typeof(RecognitionAttested)),
        new("recognition-rejected", typeof(RecognitionRejected)),
        new("recognition-rescinded", typeof(RecognitionRescinded)),
        new("recognition-suspended", typeof(RecognitionSuspended)),
        new("recognition-resumed", typeof(RecognitionResumed)),
        new("position-stated", typeof(PositionStated)),
        new("territorial-integrity-passed", typeof(TerritorialIntegrityPassed)),
        new("territorial-integrity-rejected", typeof(TerritorialIntegrityRejected)),
        new("measure-rejected", typeof(MeasureRejected)),
        new("call-made", typeof(CallMade)),
        new("diplomatic-relations-established", typeof(DiplomaticRelationsEstablished)),
        new("diplomatic-relations-attested", typeof(DiplomaticRelationsAttested)),
        new("diplomatic-relations-severed", typeof(DiplomaticRelationsSevered)),
        new("diplomatic-relations-suspended", typeof(DiplomaticRelationsSuspended)),
        new("diplomatic-relations-resumed", typeof(DiplomaticRelationsResumed)),
        new("office-opened", typeof(OfficeOpened)),
        new("office-attested", typeof(OfficeAttested)),
        new("office-accredited", typeof(OfficeAccredited)),
        new("office-closed", typeof(OfficeClosed)),
        new("office-rank-changed", typeof(OfficeRankChanged)),
        new("hosted-office-opened", typeof(HostedOfficeOpened)),
        new("hosted-office-attested", typeof(HostedOfficeAttested)),
        new("hosted-office-closed", typeof(HostedOfficeClosed)),
        new("minister-appointed", typeof(MinisterAppointed)),
        new("minister-reappointed", typeof(MinisterReappointed)),
        new("minister-attested", typeof(MinisterAttested)),
        new("credentials-presented", typeof(CredentialsPresented)),
        new("minister-left", typeof(MinisterLeft)),
        new("capacity-changed", typeof(CapacityChanged)),
        new("minister-nominated", typeof(MinisterNominated)),
        new("visa-waiver-signed", typeof(VisaWaiverSigned)),
        new("visa-waiver-in-force", typeof(VisaWaiverInForce)),
        new("visa-waiver-ended", typeof(VisaWaiverEnded)),
        new("passport-accepted", typeof(PassportAccepted)),
        new("passport-refused", typeof(PassportRefused)),
        new("passport-entitlement-given", typeof(PassportEntitlementGiven)),
        new("friendship-group-established", typeof(FriendshipGroupEstablished)),
        new("friendship-group-dissolved", typeof(FriendshipGroupDissolved)),
        new("membership-began", typeof(MembershipBegan)),
        new("membership-attested", typeof(MembershipAttested)),
        new("membership-ended", typeof(MembershipEnded)),
        new("membership-suspended", typeof(MembershipSuspended)),
        new("membership-resumed", typeof(MembershipResumed)),
        new("membership-applied", typeof(MembershipApplied)),
        new("membership-refused", typeof(MembershipRefused)),
        new("vote-held", typeof(VoteHeld)),
        new("organisation-established", typeof(OrganisationEstablished)),
        new("convention-signed", typeof(ConventionSigned)),
        new("treaty-in-force", typeof(TreatyInForce)),
        new("treaty-ratified", typeof(TreatyRatified)),
        new("treaty-ended", typeof(TreatyEnded)),
        new("tournament-entered", typeof(TournamentEntered)),
        new("tournament-hosted", typeof(TournamentHosted)),
        new("towns-twinned", typeof(TownsTwinned)),
        new("twinning-ended", typeof(TwinningEnded)),
        new("agreement-signed", typeof(AgreementSigned)),
        new("visit-made", typeof(VisitMade)),
        new("meeting-held", typeof(MeetingHeld)),
        new("statement-made", typeof(StatementMade)),
        new("relations-described", typeof(RelationsDescribed)),
        new("aid-sent", typeof(AidSent)),
        new("arms-supplied", typeof(ArmsSupplied)),
        new("entity-described", typeof(EntityDescribed)),
        new("source-archived", typeof(SourceArchived)),
        new("snapshot-archived", typeof(SnapshotArchived)),
        new("source-assessed", typeof(SourceAssessed)),
        new("entities-identified", typeof(EntitiesIdentified)),
        new("completeness-stated", typeof(CompletenessStated)),
        new("fact-corroborated", typeof(FactCorroborated)),
        new("fact-corrected", typeof(FactCorrected)),
        new("fact-denied", typeof(FactDenied)),
        new("fact-retracted", typeof(FactRetracted)),
        new("fact-reinstated", typeof(FactReinstated)),
        new("facts-identified", typeof(FactsIdentified)),
        new("disagreement-noted", typeof(DisagreementNoted)),
        new("claim-preferred", typeof(ClaimPreferred)),
    ];

    /// <summary>Whether such a fact is about the record itself rather than about something that happened or held.</summary>
    public bool IsAboutTheRecord =>
        Type.IsSubclassOf(typeof(AboutFact))
        || Type == typeof(ClaimPreferred)
        || Type == typeof(EntityDescribed)
        || Type == typeof(EntitiesIdentified)
        || Type == typeof(SourceArchived)
        || Type == typeof(SnapshotArchived)
        || Type == typeof(SourceAssessed);

    /// <summary>The type of a fact.</summary>
    public static FactType Of(Fact fact) => ByType[fact.GetType()];

    /// <summary>The type of a kind of record.</summary>
    public static FactType Of<T>()
        where T : Fact => ByType[typeof(T)];

    /// <summary>The type with this name; null if there is none.</summary>
    public static FactType? Named(string name) => ByName.GetValueOrDefault(name);
}
