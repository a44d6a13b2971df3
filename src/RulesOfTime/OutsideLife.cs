namespace ArtsakhLedger.RulesOfTime;

/// <summary>
/// DESIGN section 2, rule 6: a reading that has no interval inside the state's life is let off the side of rule 4 that it breaks, and that
/// side only. Worked out against what the readings admit, before anything is dropped.
/// </summary>
internal static class OutsideLife
{
    public static void LetOff(PolityLife life, IReadOnlyList<UnresolvedEpisode> episodes)
    {
        foreach (var episode in episodes)
        {
            foreach (var reading in episode.Readings)
                LetOff(reading, life);
            episode.Summarize();
            episode.Seat?.ForgetStarts();
        }
    }

    private static void LetOff(UnresolvedReading reading, PolityLife life)
    {
        if (reading.Episode.Nature.IsCarriedByState() && !Fits(startsWithin: true, endsWithin: true))
        {
            // A start outside is the lesser breach: what begins before the state still ends with it. What neither ends within nor, with
            // its end left open, begins within is let off both.
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
                // Rule 3 alone: what lasts ends rightly beside some life.
                var ending = life.Allows(reading, part, startsWithin: false, endsWithin: false, ofUnknownEnd: false);
                part.Held = part.Held.Intersect(ending);
                part.OnDayAttested = part.OnDayAttested.Intersect(ending);
            }

        bool Fits(bool startsWithin, bool endsWithin) =>
            reading.Parts.Any(part =>
                life.Allows(reading, part, startsWithin, endsWithin, ofUnknownEnd: false) is var allowed && part.Sets.Any(allowed.Meets)
            );

        bool StartFits() =>
            reading.Parts.Any(part =>
                life.Allows(reading, part, startsWithin: true, endsWithin: false, ofUnknownEnd: true).Meets(part.Completion.Own)
            );
    }
}
