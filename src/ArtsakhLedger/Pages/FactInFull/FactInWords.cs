using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;

namespace ArtsakhLedger.Pages.FactInFull;

/// <summary>What an event of the record says, as a sentence: of the world as the timeline has it, of the record itself in words of its own.</summary>
/// <param name="entities">The entities as known.</param>
public sealed class FactInWords(EntityRegister entities)
{
    public string Of(Fact fact) => fact switch
    {
        EntityDescribed described => $"{described.Names[0].Text} is described",
        EntitiesIdentified identified => $"{NameOf(identified.Entity)} and {NameOf(identified.SameAs)} are one: {identified.Entity} was given up for {identified.SameAs}",
        SourceArchived source => $"Source archived: {source.Csl["title"]}",
        SnapshotArchived snapshot => $"Text of the source {snapshot.Source} archived",
        CompletenessStated complete => $"A list is complete: {KindInWords.Of(complete.Kind).ToLowerInvariant()}, {complete.Class.Replace('-', ' ')}{Except(complete)}",
        ClaimPreferred preferred => $"The claim {preferred.Claim} is preferred over {PartyNames.Joined([.. preferred.Over])}",
        FactCorrected about => $"Correction of {about.Target}",
        FactRetracted about => $"{about.Target} was taken out",
        FactReinstated about => $"{about.Target} was brought back",
        FactCorroborated about => $"A further source for {about.Target}",
        FactDenied about => $"A source denies {(about.Denies == Denied.End ? "the end in " : "")}{about.Target}",
        _ => PartyNames.AsSentence(fact.InWords(new PartyNames(entities.Refer(fact.Polity ?? fact.Id), entities))),
    };

    private string NameOf(string id) => entities.Find(id)?.Names[0].Text ?? id;

    private string Except(CompletenessStated complete) =>
        complete.Except.Count == 0 ? "" : $", except {new PartyNames(entities.Refer(complete.Polity ?? complete.Id), entities).AllOf(complete.Except)}";
}
