using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ministers;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>Says what an episode is, in a sentence without a date, from all its facts. A capacity that changed during it is left out,
/// because it holds only for a part.</summary>
public static class EpisodeInWords
{
    public static string Of(PolityAsKnown known, Episode episode)
    {
        var changed = Capacities.ChangingWithin(episode).Count > 0;
        var details = EntryDetails
            .InWords(EntryDetails.Of(episode, Day.MaxValue, known.Entities))
            .Where(detail => !(changed && detail.Key == "capacity"));
        return episode.Kind.StatementOf(new(known.Polity.Name, known.Entities.ReferenceTo(episode.Party).Name, details.ToDictionary()));
    }
}
