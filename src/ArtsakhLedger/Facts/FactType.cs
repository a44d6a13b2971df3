using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Offices;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Recognitions;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;

namespace ArtsakhLedger.Facts;

/// <summary>A kind of fact: the record type that holds it and the name under which it is stored, written and asked for. Names are
/// pinned here because stored events carry them for ever.</summary>
/// <param name="Name">The name in kebab-case, as files, HTTP and the event store have it.</param>
/// <param name="Type">The record.</param>
public sealed record FactType(string Name, Type Type)
{
    private static readonly Dictionary<string, FactType> ByName;
    private static readonly Dictionary<Type, FactType> ByType;

    static FactType()
    {
        ByName = All.ToDictionary(type => type.Name);
        ByType = All.ToDictionary(type => type.Type);
    }

    /// <summary>Every kind of fact.</summary>
    public static IReadOnlyList<FactType> All { get; } =
    [
        new("state-proclaimed", typeof(StateProclaimed)),
        new("dissolution-agreed", typeof(DissolutionAgreed)),
        new("state-dissolved", typeof(StateDissolved)),
        new("territory-held", typeof(TerritoryHeld)),
        new("institution-seated", typeof(InstitutionSeated)),
        new("hostilities-began", typeof(HostilitiesBegan)),
        new("recognition-passed", typeof(RecognitionPassed)),
        new("recognition-rescinded", typeof(RecognitionRescinded)),
        new("office-opened", typeof(OfficeOpened)),
        new("office-attested", typeof(OfficeAttested)),
        new("office-accredited", typeof(OfficeAccredited)),
        new("office-closed", typeof(OfficeClosed)),
        new("minister-appointed", typeof(MinisterAppointed)),
        new("minister-reappointed", typeof(MinisterReappointed)),
        new("minister-attested", typeof(MinisterAttested)),
        new("minister-left", typeof(MinisterLeft)),
        new("capacity-changed", typeof(CapacityChanged)),
        new("entity-described", typeof(EntityDescribed)),
        new("source-archived", typeof(SourceArchived)),
        new("entities-identified", typeof(EntitiesIdentified)),
        new("completeness-stated", typeof(CompletenessStated)),
        new("fact-corroborated", typeof(FactCorroborated)),
        new("fact-corrected", typeof(FactCorrected)),
        new("fact-denied", typeof(FactDenied)),
        new("fact-retracted", typeof(FactRetracted)),
        new("fact-reinstated", typeof(FactReinstated)),
        new("claim-preferred", typeof(ClaimPreferred)),
    ];

    public static FactType Of(Fact fact) => ByType[fact.GetType()];

    /// <summary>The kind with this name, or null.</summary>
    public static FactType? Named(string name) => ByName.GetValueOrDefault(name);
}
