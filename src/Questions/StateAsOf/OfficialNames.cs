using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What a polity is called in what is said of a date: the official name in force then, or else the name that it is described with.</summary>
internal sealed class OfficialNames
{
    private const string English = "en";

    private readonly string described;
    private readonly IReadOnlyList<(string Name, ResolvedEpisode Resolved)> names;

    /// <param name="polity">The polity's id.</param>
    /// <param name="entities">The entities as known.</param>
    /// <param name="episodes">Its episodes; those that are no official names are passed over.</param>
    public OfficialNames(string polity, EntityRegister entities, IEnumerable<KnownEpisode> episodes)
    {
        described = entities.InText(polity);
        names =
        [
            .. from known in episodes
            where known.Episode.Kind == EpisodeKind.OfficialName
            let facts = known.Episode.Facts.Select(recorded => recorded.Fact).OfType<NameFact>().ToList()
            where facts.TrueForAll(fact => fact.Language?.Split('-')[0] is null or English)
            orderby known.Resolved.Final.EarliestStart ?? long.MinValue descending, known.Episode.Id
            select (facts[0].InText, known.Resolved),
        ];
    }

    /// <summary>Every day on which the name may change.</summary>
    public IEnumerable<long> ChangePoints => names.SelectMany(name => name.Resolved.ChangePoints());

    /// <summary>The name that was certainly in force throughout a date, the one taken last if there are several; null if none was.</summary>
    public string? InForce(long first, long last) =>
        names
            .Where(name => name.Resolved.Over(first, last, null).Throughout == Certainty.Certain)
            .Select(name => name.Name)
            .FirstOrDefault();

    /// <summary>What the polity is called in a sentence about an episode on a date. That a name was that of the polity is not said in its own words.</summary>
    public string In(Episode episode, QueryDate date) =>
        episode.Kind == EpisodeKind.OfficialName ? described : InForce(date.First.DayNumber, date.Last.DayNumber) ?? described;

    /// <summary>What the polity is called in a sentence about a fact; the date of one with an open end says too little.</summary>
    public string On(EdtfDate? date) =>
        date is { Earliest: { } first, Latest: { } last } ? InForce(first.DayNumber, last.DayNumber) ?? described : described;

    /// <summary>Whether the polity is called the same on every date.</summary>
    public bool IsSameAs(OfficialNames other) =>
        described == other.described
        && names.Count == other.names.Count
        && names.Zip(other.names).All(pair => pair.First.Name == pair.Second.Name && pair.First.Resolved.IsSameAs(pair.Second.Resolved));
}
