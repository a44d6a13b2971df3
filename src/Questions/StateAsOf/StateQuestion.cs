using System.Globalization;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.StateAsOf;

/// <summary>A question about the state of a polity as of a date, the same over HTTP and on the command line.</summary>
/// <param name="Polity">The polity's id.</param>
/// <param name="On">The date asked about.</param>
/// <param name="KnownAt">The state of knowledge; null for the head.</param>
/// <param name="Kind">Only episodes of this kind; null for all.</param>
public sealed record StateQuestion(string Polity, QueryDate On, string? KnownAt, EpisodeKind? Kind)
{
    private const int MostSources = 100;

    /// <summary>Only what these sources tell, and they alone; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; private init; } = [];

    /// <exception cref="QuestionProblem">400 for a value that cannot be used, 410 for a version of the rules that this program no longer has.</exception>
    public static StateQuestion Parse(
        string polity,
        string? on,
        string? knownAt,
        string? kind,
        string? rules,
        IReadOnlyCollection<string>? sources = null
    )
    {
        var question = new StateQuestion(polity, QueryDate.Parse(on), knownAt, kind is null ? null : KindNamed(kind))
        {
            Sources = [.. (sources ?? []).Distinct()],
        };
        if (question.Sources.Count > MostSources)
        {
            throw QuestionProblem.BadParameter("source", $"Name at most {MostSources} sources, or none to ask all.");
        }

        RulesVersion.Require(
            rules,
            AddressOf(polity, question.On.Text, knownAt, kind, knownAt is null ? null : RulesVersion.Current, question.Sources)
        );
        return question;
    }

    /// <summary>Answers it.</summary>
    /// <exception cref="QuestionProblem">404 for a polity that the ledger does not know, or a position beyond the head.</exception>
    public async Task<(StateAnswer Answer, KnownAt Known)> AnswerAsync(PolityReader polities, CancellationToken cancellation)
    {
        var (known, knownAt) = await polities.AsKnownAsync(Polity, KnownAt, Sources, cancellation);
        return (Answer(known, cancellation), knownAt);
    }

    /// <summary>Answers it from a polity as known, by the sources asked.</summary>
    /// <exception cref="QuestionProblem">400 for a kind that is neither known nor a post.</exception>
    public StateAnswer Answer(PolityAsKnown known, CancellationToken cancellation = default)
    {
        if (Kind is not null)
        {
            FactFilter.RequireKind(Kind.Name, known.Entities);
        }

        var touched = known.LastTouched;
        var state = known.StateOf(Kind);
        var held = On.IsDay ? state.On(On.First, cancellation) : null;
        return new()
        {
            Polity = known.Polity,
            On = On.Text,
            Sources = Sources.Count == 0 ? null : Sources,
            KnownAt = new(touched.Position, touched.RecordedAt, touched.Batch),
            Existence = held?.Existence ?? state.Existence(On),
            Entries = held?.Entries ?? state.Entries(On, cancellation),
            Unchanged = held?.Unchanged,
            Self = Address(touched.Position.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>The address of the answer at a position, under the rules of this program.</summary>
    public string Address(string position) => AddressOf(Polity, On.Text, position, Kind?.Name, RulesVersion.Current, Sources);

    /// <summary>The address of a state; parameters that are null are left out.</summary>
    public static string AddressOf(
        string polity,
        string? on,
        string? knownAt,
        string? kind,
        string? rules = null,
        IEnumerable<string>? sources = null
    ) =>
        Asking.Address.Of(
            $"/polities/{polity}/state",
            [
                ("on", on),
                ("known-at", knownAt),
                ("kind", kind),
                .. (sources ?? []).Select(source => ("source", (string?)source)),
                ("rules", rules),
            ]
        );

    internal static EpisodeKind KindNamed(string name) =>
        FactFilter.IsKindOrId(name) ? EpisodeKind.Named(name) : throw FactFilter.NoSuchKind(name);
}
