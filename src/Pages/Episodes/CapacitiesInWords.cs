using ArtsakhLedger.Episodes;
using ArtsakhLedger.Ministers;
using Edtf;

namespace ArtsakhLedger.Pages.Episodes;

/// <summary>The capacities in which a minister held office: "full minister at first; acting from 23 November 2022".</summary>
public static class CapacitiesInWords
{
    /// <summary>Null where the capacity did not change.</summary>
    public static string? Of(Episode term)
    {
        var phases = Capacities.ChangingWithin(term);
        var began = phases.Where(phase => phase.IsOfStart).Select(phase => Capacity(phase.Capacity)).ToList();
        var later = phases.Where(phase => !phase.IsOfStart).Select(phase => $"{Capacity(phase.Capacity)} {From(phase.From)}");
        return phases.Count == 0
            ? null
            : string.Join("; ", began.Count == 0 ? later : later.Prepend($"{string.Join(" or ", began)} at first"));
    }

    private static string Capacity(string capacity) => capacity == "full" ? "full minister" : capacity;

    private static string From(EdtfDate? date) =>
        date is { } given ? DaysInWords.From(given.ToString()) : "later, on a day that no source gives";
}
