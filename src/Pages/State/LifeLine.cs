using System.Globalization;
using System.Text;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Pages.Timeline;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;
using Edtf;

namespace ArtsakhLedger.Pages.State;

/// <summary>A polity's life as a line: when it certainly and when it possibly existed, a tick for each day of a change, and the date that was asked.
/// Places are shares of the line's length. A pure function of what is known.</summary>
public sealed class LifeLine
{
    /// <summary>How finely ticks are told apart.</summary>
    private const int Width = 1000;

    private LifeLine(Day first, Day last) => (First, Last) = (first, last);

    /// <summary>The first day of the line.</summary>
    public Day First { get; }

    /// <summary>The last day of the line.</summary>
    public Day Last { get; }

    /// <summary>When it existed.</summary>
    public IReadOnlyList<Stretch> Life { get; private init; } = [];

    /// <summary>The days of changes, in order.</summary>
    public IReadOnlyList<Day> Changes { get; private init; } = [];

    /// <summary>The ticks as the path of an SVG that is 1000 wide and 9 high.</summary>
    public string Ticks { get; private init; } = "";

    /// <summary>Years to read the line by, or shorter times where the line is short.</summary>
    public IReadOnlyList<(string Label, double Place)> Labels { get; private init; } = [];

    /// <summary>Where the date asked begins and ends; at the line's edge where it lies beyond.</summary>
    public (double From, double To) Asked { get; private init; }

    /// <summary>The line of a polity.</summary>
    /// <param name="known">The polity as known.</param>
    /// <param name="days">The days on which something changes, in order.</param>
    /// <param name="asked">The date that was asked.</param>
    /// <returns>Null where nothing ever changes: there is nothing to go to.</returns>
    public static LifeLine? Of(PolityAsKnown known, IEnumerable<long> days, QueryDate asked)
    {
        var changes = days.Select(Day.FromDayNumber).ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var margin = Math.Max(365, (changes[^1] - changes[0]) / 40);
        var line = new LifeLine(
            Day.FromDayNumber(Math.Max(Day.MinValue.DayNumber, changes[0].DayNumber - margin)),
            Day.FromDayNumber(Math.Min(Day.MaxValue.DayNumber, changes[^1].DayNumber + margin))
        );
        return new(line.First, line.Last)
        {
            Life = line.LifeOf(known),
            Changes = changes,
            Ticks = line.TicksOf(changes),
            Labels = line.LabelsOf(),
            Asked = (line.PlaceOf(asked.First.DayNumber), line.PlaceOf(asked.Last.DayNumber + 1)),
        };
    }

    /// <summary>A share of the line as SVG and CSS have it.</summary>
    public static string Percent(double place) => string.Create(CultureInfo.InvariantCulture, $"{place * 100:0.##}%");

    private double PlaceOf(long day) => Math.Clamp((double)(day - First.DayNumber) / (Last.DayNumber - First.DayNumber), 0, 1);

    private List<Stretch> LifeOf(PolityAsKnown known)
    {
        // The record date parts two stretches that are drawn the same.
        var cuts = new DayCuts(known.Resolution.Frame.ExistenceChangePoints, known.RecordDate.DayNumber);
        return
        [
            .. from run in cuts.Runs(day =>
                (Drawn: known.Resolution.ExistenceOn(day), OnRecord: known.Resolution.ExistenceOn(day, known.RecordDate.DayNumber))
            )
            where run.Value.Drawn is Certainty.Certain or Certainty.Possible
            let first = Math.Max(run.From ?? First.DayNumber, First.DayNumber)
            let last = Math.Min(run.Until ?? Last.DayNumber, Last.DayNumber)
            where first < last
            select new Stretch(PlaceOf(first), PlaceOf(last), run.Value.Drawn),
        ];
    }

    private string TicksOf(List<Day> changes)
    {
        var path = new StringBuilder();
        foreach (var place in changes.Select(day => (int)(PlaceOf(day.DayNumber) * Width)).Distinct())
        {
            path.Append(CultureInfo.InvariantCulture, $"M{place} 0v9");
        }

        return path.ToString();
    }

    /// <summary>The labels of a timeline's axis, except those that would not fit at the edge.</summary>
    private List<(string, double)> LabelsOf() =>
        [
            .. from tick in TimeAxis.Of(new TimeScale(First.DayNumber, Last.DayNumber))
            let place = PlaceOf(tick.Day)
            let room = TimeAxis.RoomOf(tick.Label) / 200
            where place > room && place < 1 - room
            select (tick.Label, place),
        ];

    /// <summary>Days from one place to another on which it existed so surely.</summary>
    public sealed record Stretch(double From, double To, Certainty Certainty)
    {
        /// <summary>How it is drawn.</summary>
        public string Form => CertaintyInWords.Of(Certainty).Form;
    }
}
