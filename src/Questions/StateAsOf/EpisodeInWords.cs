using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ministers;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What an episode is, in a sentence without a date, with all that its facts say of the whole of it. A capacity that changed within it holds for a part
/// only and is not said of the whole.</summary>
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
