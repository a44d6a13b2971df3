using ArtsakhLedger.Episodes;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>What an episode is, in a sentence without a date, with all that its facts say of it.</summary>
public static class EpisodeInWords
{
    public static string Of(PolityAsKnown known, Episode episode)
    {
        var details = EntryDetails.InWords(EntryDetails.Of(episode, Day.MaxValue, known.Entities));
        return episode.Kind.StatementOf(new(known.Polity.Name, known.Entities.Refer(episode.Party).Name, details));
    }
}
