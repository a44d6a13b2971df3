namespace ArtsakhLedger.RulesOfTime;

/// <summary>The state of the polity's life at the beginning of a round, as far as other episodes depend on it.</summary>
internal sealed class LifeStep
{
    private readonly (UnresolvedReading Reading, Intervals[] Sets)[] readings;
    private readonly Intervals?[] compatible;

    public LifeStep(UnresolvedEpisode life)
    {
        Life = new PolityLife(life);
        readings = Array.ConvertAll(life.Readings, reading => (reading, reading.Sets));
        compatible = new Intervals?[readings.Length];
    }

    /// <summary>The life, and what it allows.</summary>
    public PolityLife Life { get; }

    public IEnumerable<UnresolvedReading> Readings => readings.Select(reading => reading.Reading);

    /// <summary>The intervals that lie within some interval of a reading of the life, as it was then.</summary>
    public Intervals CompatibleWith(UnresolvedReading reading)
    {
        var i = Array.FindIndex(readings, one => one.Reading == reading);
        return compatible[i] ??= PolityLife.Within(Intervals.UnionOf(readings[i].Sets));
    }

    /// <summary>Whether it makes no difference to any other episode.</summary>
    public bool IsSameAs(LifeStep other) =>
        Life.IsSameAs(other.Life)
        && readings.Length == other.readings.Length
        && readings.Zip(other.readings).All(pair => Intervals.AreSame(pair.First.Sets, pair.Second.Sets));
}
