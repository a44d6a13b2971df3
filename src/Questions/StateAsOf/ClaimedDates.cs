using ArtsakhLedger.Episodes;
using ArtsakhLedger.RulesOfTime;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>The dates of an episode as answers show them: what the sources give, and what is admissible.</summary>
public static class ClaimedDates
{
    public static BoundAnswer StartOf(Episode episode, ResolvedEpisode resolved) =>
        BoundOf(
            resolved.Final.EarliestStart,
            resolved.Final.LatestStart,
            from claim in episode.Claims
            where claim.Start is not null
            select (claim.Start, "", claim.StartFacts, claim.Source)
        );

    public static BoundAnswer EndOf(Episode episode, ResolvedEpisode resolved) =>
        BoundOf(
            resolved.Final.EarliestEnd,
            resolved.Final.LatestEnd,
            from claim in episode.Claims
            where claim.End is not null || claim.EndIsOpen
            select (claim.End, claim.EndIsOpen ? ".." : "", claim.EndFacts, claim.Source)
        );

    /// <summary>The readings with the dates that their claims leave, without a start or end that an editor set aside.</summary>
    public static IReadOnlyList<ReadingAnswer> ReadingsOf(Episode episode, ResolvedEpisode resolved)
    {
        var claims = episode.Claims.ToDictionary(claim => claim.Id);
        var witnesses = episode
            .Attestations.Select(attestation => (attestation.Fact, attestation.Sources))
            .Concat(episode.Denials.Select(denial => (denial.Fact, denial.Sources)))
            .ToDictionary(witness => witness.Fact, witness => witness.Sources);
        return
        [
            .. from reading in resolved.Readings
            let ids = reading.Ids
            let ofClaims = ids.Where(claims.ContainsKey).Select(id => claims[id]).ToList()
            let starts = ofClaims.Where(claim => !episode.SetAside.Any(aside => aside.Start && aside.Id == claim.Id))
            let ends = ofClaims.FindAll(claim => !episode.SetAside.Any(aside => aside.End && aside.Id == claim.Id))
            select new ReadingAnswer(
                CommonDate.Of(starts.Select(claim => claim.Start)),
                ends.Exists(claim => claim.EndIsOpen) && ends.TrueForAll(claim => claim.End is null)
                    ? ".."
                    : CommonDate.Of(ends.Select(claim => claim.End)),
                ids,
                [.. ids.SelectMany(id => claims.TryGetValue(id, out var claim) ? [claim.Source] : witnesses[id]).Distinct()]
            ),
        ];
    }

    /// <summary>The last day attested by a claim: the latest of the days before the earliest end, the
    /// earliest attestation and the earliest start, and of the latest ones where these are unbounded; without what is set aside.</summary>
    public static Day? LastAttestedOf(Episode episode)
    {
        var days = new List<Day>();
        foreach (var claim in episode.Claims)
        {
            Add(episode.SetAside.Any(aside => aside.End && aside.Id == claim.Id) ? null : claim.End, before: true);
            Add(episode.SetAside.Any(aside => aside.Start && aside.Id == claim.Id) ? null : claim.Start, before: false);
        }

        foreach (var attestation in episode.Attestations.Where(attestation => !episode.SetAside.Any(aside => aside.Id == attestation.Fact)))
        {
            Add(attestation.Date is { IsInterval: true, End: { } end } ? end : attestation.Date, before: false);
        }

        return days.Count == 0 ? null : days.Max();

        void Add(EdtfDate? date, bool before)
        {
            if ((date?.Earliest ?? date?.Latest) is { } day)
            {
                days.Add(before ? day.AddDays(-1) : day);
            }
        }
    }

    private static BoundAnswer BoundOf(
        long? earliest,
        long? latest,
        IEnumerable<(EdtfDate? Date, string Otherwise, IReadOnlyList<string> Facts, string Source)> said
    )
    {
        var claims = said.GroupBy(claim => claim.Date?.ToString() ?? claim.Otherwise)
            .Select(same => new ClaimedDate(
                same.Key,
                same.First().Date?.Earliest?.ToString(),
                same.First().Date?.Latest?.ToString(),
                [.. same.SelectMany(claim => claim.Facts).Distinct()],
                [.. same.Select(claim => claim.Source).Distinct()]
            ))
            .ToList();
        return new(claims.Count == 1 ? claims[0].Edtf : null, Iso(earliest), Iso(latest), claims);
    }

    private static string? Iso(long? day) => day is { } number ? Day.FromDayNumber(number).ToString() : null;
}
