using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using Edtf;

namespace ArtsakhLedger.Phases;

/// <summary>A value that a detail of an episode had within it, and when it began.</summary>
/// <param name="Detail">The name of the detail: <c>capacity</c>, <c>status</c>, <c>type</c>.</param>
/// <param name="Value">The value; null if it was again what it had been before.</param>
/// <param name="From">When it began; null if the episode began in it, or no source dates the change.</param>
/// <param name="IsOfStart">Whether the episode began in it.</param>
public sealed record EpisodePhase(string Detail, object? Value, EdtfDate? From, bool IsOfStart);

/// <summary>The details of an episode that changed within it.</summary>
public static class EpisodePhases
{
    private const string Full = "full";

    private static readonly string[] ThatMayChange = ["capacity", Phase.Status, "type", "form", "level", "extent"];

    /// <summary>The phases in order of time, detail by detail; none of a detail that stayed the same throughout the episode.</summary>
    public static IReadOnlyList<EpisodePhase> ChangingWithin(Episode episode)
    {
        var facts = episode.Describing.Select(recorded => recorded.Fact).ToList();
        return
        [
            .. from fact in facts
            from phase in PhasesOf(fact, episode)
            orderby fact.Date?.Earliest?.DayNumber ?? long.MinValue
            group (
                Phase: new EpisodePhase(phase.Detail, phase.Value, fact.Date, IsOfStart: false),
                Opens: Opens(fact, episode),
                IsChange: fact.BeginsPhase() is not null
            ) by phase.Detail into all
            let first = all.First()
            let began = first.Opens ? [first.Phase with { From = null, IsOfStart = true }] : OfStart(episode, facts, all.Key)
            let changes = all.Skip(first.Opens ? 1 : 0).Select(one => one.Phase).Distinct().ToList()
            where !changes.TrueForAll(change => began is [var only] && Equals(only.Value, change.Value))
            where began.Count > 0 || all.Any(one => one.IsChange) || changes.DistinctBy(change => change.Value).Count() > 1
            from phase in began.Concat(changes)
            select phase,
        ];
    }

    // What a later fact says of a detail that may change is a phase too: "observer" in 1970, "full" in 1980.
    private static IEnumerable<Phase> PhasesOf(Fact fact, Episode episode) =>
        fact.BeginsPhase() is { } begun ? [begun]
        : fact.Date is null || Opens(fact, episode) ? []
        : fact.Details()
            .Where(detail => detail.Value is not null && ThatMayChange.Contains(detail.Name))
            .Select(detail => new Phase(detail.Name, detail.Value));

    private static bool Opens(Fact fact, Episode episode) =>
        fact.EpisodeLinks().Any(link => link.Kind == episode.Kind && link.Role == EpisodeRole.Opens);

    private static List<EpisodePhase> OfStart(Episode episode, IEnumerable<Fact> facts, string detail) =>
        [
            .. (
                from fact in facts
                where Opens(fact, episode)
                from said in fact.Details()
                where said.Name == detail
                let value = said.Value ?? (detail == "capacity" ? Full : null)
                where value is not null
                select new EpisodePhase(detail, value, null, IsOfStart: true)
            ).Distinct(),
        ];
}
