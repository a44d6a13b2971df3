namespace ArtsakhLedger.RulesOfTime;

/// <summary>The polity's life as one or more rounds found it: all of it that carried episodes ever ask for.</summary>
internal sealed class LifeStep
{
    private readonly (UnresolvedReading Reading, Intervals[] Sets)[] readings;
    private readonly Intervals?[] beside;

    public LifeStep(UnresolvedEpisode life)
    {
        Life = new PolityLife(life);
        readings = Array.ConvertAll(life.Readings, reading => (reading, reading.Sets));
        beside = new Intervals?[readings.Length];
    }

    /// <summary>What it allows.</summary>
    public PolityLife Life { get; }

    public IEnumerable<UnresolvedReading> Readings => readings.Select(reading => reading.Reading);

    /// <summary>The intervals that lie within some life of the reading, as it was then.</summary>
    public Intervals Beside(UnresolvedReading reading)
    {
        var i = Array.FindIndex(readings, one => one.Reading == reading);
        return beside[i] ??= PolityLife.Within(Intervals.UnionOf(readings[i].Sets));
    }

    /// <summary>Whether a carried episode would see no difference.</summary>
    public bool IsSameAs(LifeStep other) =>
        Life.IsSameAs(other.Life)
        && readings.Length == other.readings.Length
        && readings.Zip(other.readings).All(pair => Intervals.AreSame(pair.First.Sets, pair.Second.Sets));
}
