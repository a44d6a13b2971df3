namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// A reading that has no interval within the state's life is exempt from the condition of rule 4 that it breaks, and from that one only
/// (DESIGN section 2, rule 6). This is decided before any interval is dropped.
/// </summary>
internal static class OutsideLife
{
    /// <summary>Exempts the readings of some episodes that cannot lie within the life.</summary>
    public static void Exempt(PolityLife life, IReadOnlyList<UnresolvedEpisode> episodes)
    {
        foreach (var episode in episodes)
        {
            foreach (var reading in episode.Readings)
                Exempt(reading, life);
            episode.Summarize();
            episode.Seat?.ForgetStarts();
        }
    }

    private static void Exempt(UnresolvedReading reading, PolityLife life)
    {
        if (reading.Episode.Nature.IsCarriedByState() && !Fits(startsWithin: true, endsWithin: true))
        {
            // A start outside is the lesser breach: what begins before the state still ends with it. A reading that can neither end within
            // nor, whatever its end, begin within is exempt from both.
            var endFits = Fits(startsWithin: false, endsWithin: true);
            reading.BeginsOutside = endFits || !StartFits();
            reading.EndsOutside = !endFits;
        }

        foreach (var part in reading.Parts)
            if (reading.EndsOutside)
            {
                part.OnDayAttested = Intervals.Empty;
                part.Reasons.Clear();
            }
            else
            {
                // Rule 3 alone: what lasts ends with some life.
                var ending = life.Allows(reading, part, startsWithin: false, endsWithin: false, ofUnknownEnd: false);
                part.Held = part.Held.Intersect(ending);
                part.OnDayAttested = part.OnDayAttested.Intersect(ending);
            }

        bool Fits(bool startsWithin, bool endsWithin) =>
            reading.Parts.Any(part =>
                life.Allows(reading, part, startsWithin, endsWithin, ofUnknownEnd: false) is var allowed && part.Sets.Any(allowed.Overlaps)
            );

        bool StartFits() =>
            reading.Parts.Any(part =>
                life.Allows(reading, part, startsWithin: true, endsWithin: false, ofUnknownEnd: true).Overlaps(part.Completion.Own)
            );
    }
}
