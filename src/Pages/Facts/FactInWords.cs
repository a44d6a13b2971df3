using ArtsakhLedger.Completeness;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.Sources;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Pages.Facts;

/// <summary>What a fact says, as a sentence. Facts about the record itself, such as corrections, have sentences too.</summary>
/// <param name="entities">The entities as known.</param>
/// <param name="around">The polities that the facts may be about.</param>
/// <param name="sources">The sources as known.</param>
public sealed class FactInWords(EntityRegister entities, IReadOnlyList<PolityAsKnown> around, SourceRegister sources)
{
    public string Of(Fact fact) =>
        fact switch
        {
            EntityDescribed described => $"{described.Names[0].Text} is described",
            EntitiesIdentified identified =>
                $"{NameOf(identified.Entity)} and {NameOf(identified.SameAs)} are one: {identified.Entity} was merged into {identified.SameAs}",
            SourceArchived source => $"Source archived: {source.Csl["title"]}",
            SnapshotArchived snapshot => $"Text of the source {snapshot.Source} archived",
            CompletenessStated complete =>
                $"A list is complete: {EpisodeKindInWords.Within(complete.Kind, entities)}, {complete.Class.Replace('-', ' ')}{Except(complete)}",
            ClaimPreferred preferred => Of(preferred),
            FactCorrected correction => $"Correction of {Quoted(correction.Target)}",
            FactRetracted about => $"{Quoted(about.Target)} was retracted",
            FactsIdentified about => $"{Quoted(about.Target)} and {Quoted(about.Same)} are one act",
            SourceAssessed assessment => Of(assessment),
            FactReinstated about => $"{Quoted(about.Target)} was brought back",
            FactCorroborated about => $"A further source for {Quoted(about.Target)}",
            FactDenied about => $"A source denies {(about.Denies == Denied.End ? "the end in " : "")}{Quoted(about.Target)}",
            _ => PartyNames.AsSentence(fact.InWords(NamesFor(fact))),
        };

    private PartyNames NamesFor(Fact fact) =>
        around.FirstOrDefault(known => known.Polity.Id == fact.Polity)?.NamesFor(fact) ?? entities.NamesFor(fact);

    /// <summary>The heading of a kind of episode.</summary>
    public string OfKind(string kind) => EpisodeKindInWords.Of(kind, entities);

    /// <summary>A kind of episode within a sentence.</summary>
    public string WithinSentence(string kind) => EpisodeKindInWords.Within(kind, entities);

    /// <summary>What the fact at an address says, and when: "Bako Sahakyan visited Lebanon, 1 June 2006"; its id where it is not known.</summary>
    public string AtAddress(string address)
    {
        var id = FactAddress.IdOf(address);
        return Find(id) is { } fact
            ? fact.Date is { } date
                ? $"{Of(fact).TrimEnd('.')}, {date.InWords()}"
                : Of(fact)
            : FactAddress.Label(address);
    }

    private string Of(SourceAssessed assessment)
    {
        var title = TitleOf(assessment.Source);
        return assessment.Standing switch
        {
            SourceStanding.Copy => $"“{title}” is a copy of “{TitleOf(assessment.CopyOf!)}”",
            SourceStanding.Noted => $"“{title}” is noted, not relied on",
            _ => $"“{title}” is relied on",
        };
    }

    private string TitleOf(string source) => sources.FindRecorded(source)?.Source.Csl["title"]?.ToString() ?? source;

    private string Of(ClaimPreferred preferred)
    {
        var bounds = PartyNames.Joined([.. preferred.Bounds.Select(bound => $"the {bound.ToString().ToLowerInvariant()}")]);
        foreach (var polity in around)
        {
            if (polity.ThingsOf(preferred).Select(polity.PeriodsOf).FirstOrDefault(periods => periods.Count > 0) is { } periods)
            {
                var names = new FactSources(polity, sources);
                List<string> over = [.. preferred.Over.Select(names.OfClaim).Distinct()];
                List<string> of = [.. preferred.Preferred.Select(names.OfClaim).Distinct()];
                return $"What {PartyNames.Joined(of)} {(of.Count > 1 ? "say" : "says")} of {bounds} of “{EpisodeInWords.Of(polity, periods)}” is preferred over what {PartyNames.Joined(over)} {(over.Count > 1 ? "say" : "says")}";
            }
        }

        return $"{PartyNames.Joined([.. preferred.Preferred])} is preferred over {PartyNames.Joined([.. preferred.Over])}";
    }

    /// <summary>What the target of a fact says, in quotation marks; its id where it is not known.</summary>
    private string Quoted(string target) => Find(target) is { } fact ? $"“{Of(fact)}”" : target;

    private Fact? Find(string id) =>
        around
            .Select(polity => polity.Facts.Find(id))
            .Prepend(entities.Descriptions.Find(id))
            .FirstOrDefault(found => found is not null)
            ?.Content;

    private string NameOf(string id) => entities.Find(id)?.Names[0].Text ?? id;

    private string Except(CompletenessStated complete) =>
        complete.Except.Count == 0 ? "" : $", except {entities.NamesFor(complete).AllOf(complete.Except)}";
}
