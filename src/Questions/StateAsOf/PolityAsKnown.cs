using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.Sources;
using ArtsakhLedger.State;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>A polity as known at one position, with the result of the rules of time: a pure function of the facts, from which every date is
/// answered.</summary>
public sealed class PolityAsKnown
{
    /// <summary>Bytes that what the rules make of a fact takes, with its changes: measured on thousands of appointments.</summary>
    private const int ResolvedSize = 2_500;

    private readonly Dictionary<string, Episode> byId;
    private readonly ILookup<string, Episode> byThing;
    private readonly Dictionary<string, string> resolvedAs;
    private readonly Dictionary<string, ResolvedThing> things;
    private readonly Lazy<EpisodesByDay> episodesByDay;

    /// <param name="polity">The polity's id.</param>
    /// <param name="entries">Its entries of the record up to the position.</param>
    /// <param name="descriptions">Those that describe entities and sources.</param>
    /// <param name="entities">The register of these, if the caller already has it.</param>
    public PolityAsKnown(
        string polity,
        IReadOnlyList<RecordedFact> entries,
        IReadOnlyList<RecordedFact> descriptions,
        EntityRegister? entities = null,
        CancellationToken cancellation = default
    )
        : this(polity, entries, descriptions, entities, null, cancellation) { }

    private PolityAsKnown(
        string polity,
        IReadOnlyList<RecordedFact> entries,
        IReadOnlyList<RecordedFact> descriptions,
        EntityRegister? entities,
        RecordedFact? touched,
        CancellationToken cancellation
    )
    {
        Facts = new FactsAsKnown(entries);
        cancellation.ThrowIfCancellationRequested();
        Entities = entities ?? new EntityRegister(descriptions);
        Polity = Entities.ReferenceTo(polity);
        var fold = PolityFold.Of(Facts, Entities, position => new EntityRegister(UpTo(descriptions, position)), cancellation);
        Lives = [.. fold.Episodes.Where(episode => episode.Nature == Nature.Life)];
        Episodes = [.. fold.Episodes.Where(episode => episode.Nature != Nature.Life)];
        byId = fold.Episodes.ToDictionary(episode => episode.Id);
        byThing = fold.Episodes.ToLookup(episode => episode.Thing);

        LastTouched =
            touched
            ?? Facts
                .All.SelectMany(known => known.Recorded.Fact.Parties().Concat(known.Content.Parties()))
                .Select(party => party.Id)
                .OfType<string>()
                .Append(polity)
                .Distinct()
                .Select(Entities.LastTouched)
                .Concat(AssessmentsOf(Facts.All.SelectMany(known => known.Recorded.Fact.SourcesNamed()), new(Entities.Descriptions)))
                .OfType<RecordedFact>()
                .Append(entries[^1])
                .MaxBy(recorded => recorded.Position)!;
        Resolution = Resolution.Of(
            new(
                SourceStatements.OfLives(Lives, fold.Days),
                [.. Episodes.CancelledBy(cancellation).Select(episode => SourceStatements.OfEpisode(episode, Entities, fold.Days))],
                SourceStatements.LooseOf(Episodes, Lives, fold.Days)
            ),
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        resolvedAs = Lives
            .Select((life, place) => (life.Id, place))
            .ToDictionary(life => life.Id, life => SourceStatements.IdOfLife(life.place));
        things = Resolution.Things.ToDictionary(thing => EpisodeId.ThingOf(thing.Id));
        episodesByDay = new(() => new(this), LazyThreadSafetyMode.PublicationOnly);
        Frame = new(
            Polity,
            Entities,
            Resolution.Frame,
            [.. Lives.Select(Known)],
            [.. Resolution.Frame.Binding.Select(binding => Known(byId[binding.Id]))]
        )
        {
            Names = new(polity, Entities, Episodes.Select(Known)),
        };
    }

    /// <summary>About how many bytes an entry takes here: itself, and what the rules make of it.</summary>
    internal static int MemorySizeOf(RecordedFact entry) => entry.MemorySize + ResolvedSize;

    public EntityReference Polity { get; }

    public FactsAsKnown Facts { get; }

    public EntityRegister Entities { get; }

    /// <summary>The polity's own lives, in order; empty if no fact is about any.</summary>
    public IReadOnlyList<Episode> Lives { get; }

    /// <summary>All other episodes, in the order of positions, with the periods of a thing one after the other.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    public Resolution Resolution { get; }

    /// <summary>Its lives, and what binds them.</summary>
    internal PolityFrame Frame { get; }

    /// <summary>The last entry that touched the polity or an entity that its answers can name.</summary>
    public RecordedFact LastTouched { get; }

    /// <summary>The last day on which anything can be certain: the date on which that entry was recorded.</summary>
    public Day RecordDate => StateOnDate.RecordDateOf(LastTouched.RecordedAt);

    /// <summary>Its state by date, of one kind or (null) of all.</summary>
    public StateOnDate StateOf(EpisodeKind? kind) => new(episodesByDay.Value, kind);

    /// <summary>The episode with this id, a life or any other; null if there is none.</summary>
    public Episode? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The periods of a thing, in order; empty if nothing is told of it.</summary>
    public IReadOnlyList<Episode> PeriodsOf(string thing) => [.. byThing[thing]];

    /// <summary>The polity as some sources tell of it alone.</summary>
    /// <exception cref="Asking.QuestionProblem">400 for a source that the ledger does not know.</exception>
    public PolityAsKnown By(IReadOnlyCollection<string> sources, CancellationToken cancellation = default)
    {
        OneSided.Require(sources, Entities.Descriptions);
        var asked = sources.ToHashSet();
        return new(
            Polity.Id,
            OneSided.EntriesBy(asked, Facts),
            OneSided.DescriptionsFor(asked, Entities.Descriptions),
            null,
            LastTouched,
            cancellation
        );
    }

    /// <summary>The things of which a preference settles a dispute, as known now.</summary>
    public IEnumerable<string> ThingsOf(ClaimPreferred preference) =>
        preference.Episode is { } episode
            ? [Entities.CanonicalEpisode(EpisodeId.ThingOf(episode))]
            : byId
                .Values.Where(one => one.Facts.Any(recorded => preference.Preferred.Contains(recorded.Fact.Id)))
                .Select(one => one.Thing)
                .Distinct();

    /// <summary>The result of the rules for an episode, which may be a life.</summary>
    public ResolvedEpisode ResolvedOf(Episode episode) => Resolution[resolvedAs.GetValueOrDefault(episode.Id, episode.Id)];

    /// <summary>The result of the rules for a thing with several periods; null for any other.</summary>
    public ResolvedThing? ResolvedThing(string thing) => things.GetValueOrDefault(thing);

    /// <summary>The id of the episode that the rules call by an id: they have ids of their own for lives.</summary>
    public string IdOf(string resolved) =>
        resolvedAs.FirstOrDefault(life => life.Value == resolved).Key
        ?? (resolved == Resolution.LifeId ? PolityExistence.EpisodeOf(Polity.Id) : resolved);

    /// <summary>An episode with the result of the rules.</summary>
    internal KnownEpisode Known(Episode episode) => new(episode, ResolvedOf(episode));

    /// <summary>What an entry says about an episode on a day, with the name that the polity had then.</summary>
    public string StatementOf(Episode episode, Day day) => StatementOf(episode, day, Frame.Names.In(episode, QueryDate.Of(day)));

    /// <summary>What an entry says about an episode on a day, with one and the same name of the polity on all days.</summary>
    internal string StatementWithoutNameOfTime(Episode episode, Day day) => StatementOf(episode, day, Entities.InText(Polity.Id));

    private string StatementOf(Episode episode, Day day, string called) =>
        episode.Kind.StatementOf(EntryDetails.WordsOf(called, episode, EntryDetails.Of(episode, day, Entities), Entities));

    /// <summary>That the polity existed on a day, as a sentence with the name that it had then.</summary>
    public string StatementOfExistence(Day day) =>
        $"{PartyNames.WithCapitalArticle(OfficialNameOn(QueryDate.Of(day)) ?? Polity.Name)} existed";

    /// <summary>The official name that was certainly in force throughout a date; null if none was.</summary>
    public string? OfficialNameOn(QueryDate date) => Frame.Names.InForce(date.First.DayNumber, date.Last.DayNumber);

    /// <summary>What the parties of a fact are called in a sentence about it, the polity by its name of that date.</summary>
    public PartyNames NamesFor(Fact fact) => Entities.NamesFor(Polity.Id, Frame.Names.On(fact.Date));

    /// <summary>The last entries that said how far sources are relied on.</summary>
    internal static IEnumerable<RecordedFact?> AssessmentsOf(IEnumerable<string> sources, SourceStandings standings) =>
        standings.IsEmpty ? [] : sources.Distinct().Select(standings.LastTouched);

    private static List<RecordedFact> UpTo(IReadOnlyList<RecordedFact> entries, long position) =>
        [.. entries.TakeWhile(entry => entry.Position <= position)];
}
