using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Timeline;

/// <summary>A question about a timeline's chart: that about the timeline, with what only a chart shows.</summary>
/// <param name="Facts">The polity, the window, the kind and the party.</param>
/// <param name="Certainty"><c>Certain</c>: only episodes that certainly held on a day in view. <c>Possible</c>: only those that did so on
/// none. Null: all, and single events too.</param>
/// <param name="On">A date to mark.</param>
/// <param name="Rows">Which rows.</param>
public sealed record TimelineChartQuestion(TimelineQuestion Facts, Certainty? Certainty, QueryDate? On, RowRange Rows)
{
    /// <exception cref="QuestionProblem">400 for a value that cannot be used.</exception>
    public static TimelineChartQuestion Parse(TimelineQuestion facts, string? certainty, string? on, string? rows) =>
        new(facts, CertaintyOf(certainty), on is null ? null : QueryDate.Parse(on), RowRange.Parse(rows));

    /// <summary>The same question for other rows, as far as there are any.</summary>
    /// <param name="first">The first row.</param>
    public TimelineChartQuestion FromRow(int first) => this with { Rows = Rows.From(first) };

    /// <summary>The permanent address of the answer.</summary>
    public string SelfOf(PolityAsKnown known) => AddressOf(PositionOf(known), RulesVersion.Current);

    /// <summary>The permanent address of the picture by itself.</summary>
    public string ImageOf(PolityAsKnown known) => ImageAddressOf(PositionOf(known), RulesVersion.Current);

    /// <summary>The address of the question as of a state of knowledge.</summary>
    /// <param name="knownAt">The state of knowledge; null for the head.</param>
    /// <param name="rules">The version of the rules; null for the current one.</param>
    public string AddressOf(string? knownAt, string? rules) => At(Facts.Path, knownAt, rules);

    /// <summary>The address of the picture by itself.</summary>
    /// <inheritdoc cref="AddressOf"/>
    public string ImageAddressOf(string? knownAt, string? rules) => At($"{Facts.Path}.svg", knownAt, rules);

    private string At(string path, string? knownAt, string? rules) =>
        Address.Of(
            path,
            [
                .. Facts.Parameters,
                ("certainty", Certainty?.ToString().ToLowerInvariant()),
                ("on", On?.Text),
                ("rows", Rows == RowRange.Parse(null) ? null : Rows.ToString()),
                ("known-at", knownAt),
                ("rules", rules),
            ]
        );

    private static string PositionOf(PolityAsKnown known) => known.LastTouched.Position.ToString(CultureInfo.InvariantCulture);

    private static Certainty? CertaintyOf(string? word) =>
        word switch
        {
            null => null,
            "certain" => RulesOfTime.Certainty.Certain,
            "possible" => RulesOfTime.Certainty.Possible,
            _ => throw QuestionProblem.BadParameter(
                "certainty",
                "Send 'certain' for what certainly held on a day in view, 'possible' for what only possibly did, or leave it out for both."
            ),
        };
}
