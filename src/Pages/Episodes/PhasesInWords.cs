using System.Text.Json;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Phases;
using Edtf;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>What changed within an episode: "in full at first; acting from 23 November 2022", "suspended from 2009; no longer suspended from 2011".</summary>
public static class PhasesInWords
{
    /// <summary>One phrase for each detail that changed; none where nothing did.</summary>
    public static IReadOnlyList<string> Of(Episode episode) =>
        [
            .. from phase in EpisodePhases.ChangingWithin(episode)
            group phase by phase.Detail into phases
            let values = phases.ToList()
            let began = values.Where(phase => phase.IsOfStart).Select(phase => Value(phase, values)).ToList()
            let later = values.Where(phase => !phase.IsOfStart).Select(phase => $"{Value(phase, values)} {From(phase.From)}")
            select string.Join("; ", began.Count == 0 ? later : later.Prepend($"{string.Join(" or ", began)} at first")),
        ];

    private static string Value(EpisodePhase phase, IReadOnlyList<EpisodePhase> all) =>
        (phase.Detail, phase.Value) switch
        {
            ("capacity", "full") => "in full",
            (_, null) => all.Any(other => Phase.Suspended.Equals(other.Value)) ? "no longer suspended" : "as before",
            (_, Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' '),
            (_, var value) => value.ToString()!.Replace('-', ' '),
        };

    private static string From(EdtfDate? date) =>
        date is { } given ? DaysInWords.From(given.ToString()) : "later, on a day that no source gives";
}
