using ArtsakhLedger.Asking;
using ArtsakhLedger.Corrections;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Episodes;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Ministers;
using ArtsakhLedger.Preferences;
using ArtsakhLedger.RulesOfTime;
using ArtsakhLedger.State;
using Edtf;

namespace ArtsakhLedger.StateAsOf;

/// <summary>A polity as known at one position, with the result of the rules of time: a pure function of the facts, from which every date is
/// answered.</summary>
public sealed class PolityAsKnown
{
    /// <summary>Bytes that what the rules make of a fact takes, with its changes: measured on thousands of appointments.</summary>
    private const int ResolvedSize = 2_500;

    private readonly Dictionary<string, int> index;
    private readonly Lazy<EpisodesByDay> episodesByDay;

    /// <param name="polity">The polity's id.</param>
    /// <param name="entries">Its entries of the record up to the position.</param>
    /// <param name="descriptions">Those that describe entities and sources.</param>
    /// <param name="entities">The register of these, if the caller already has it.</param>
    /// <param name="lastTouched">The last entry that touched the polity, if the entries are only some of its own.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public PolityAsKnown(
        string polity,
        IReadOnlyList<RecordedFact> entries,
        IReadOnlyList<RecordedFact> descriptions,
        EntityRegister? entities = null,
        RecordedFact? lastTouched = null,
        CancellationToken cancellation = default
    )
    {
        Facts = new FactsAsKnown(entries);
        cancellation.ThrowIfCancellationRequested();
        Entities = entities ?? new EntityRegister(descriptions);
        Polity = Entities.ReferenceTo(polity);
        var folded = Episode.Fold(Facts, Entities);
        var settled = new Settlements(
            Facts,
            folded,
            position =>
            {
                cancellation.ThrowIfCancellationRequested();
                return Episode.Fold(new(UpTo(entries, position)), new EntityRegister(UpTo(descriptions, position)));
            }
        );
        cancellation.ThrowIfCancellationRequested();
        var life = PolityExistence.EpisodeOf(polity);
        Life = folded.FirstOrDefault(episode => episode.Id == life);
        Episodes = [.. folded.Where(episode => episode.Id != life)];
        index = Episodes.Select((episode, number) => (episode.Id, number)).ToDictionary(pair => pair.Id, pair => pair.number);

        LastTouched =
            lastTouched
            ?? Facts
                .All.SelectMany(known => known.Recorded.Fact.Parties().Concat(known.Content.Parties()))
                .Select(party => party.Id)
                .OfType<string>()
                .Append(polity)
                .Distinct()
                .Select(Entities.LastTouched)
                .OfType<RecordedFact>()
                .Append(entries[^1])
                .MaxBy(recorded => recorded.Position)!;
        var days = DatesAsDays.For(folded);
        Resolution = Resolution.Of(
            new(
                SourceStatements.Of(Life, Life is null ? [] : settled.In(Life.Id), days),
                [
                    .. Episodes
                        .CancelledBy(cancellation)
                        .Select(episode => SourceStatements.OfEpisode(episode, Seat.Of(episode, Entities), settled.In(episode.Id), days)),
                ]
            ),
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        SetAside = settled;
        episodesByDay = new(() => new(this), LazyThreadSafetyMode.PublicationOnly);
        Frame = new(
            Polity,
            Entities,
            Resolution.Frame,
            Life is null ? null : new(Life, settled.In(Life.Id), Resolution.Life),
            [.. Resolution.Frame.Binding.Select(Known)]
        )
        {
            Names = new(polity, Entities, Resolution.Episodes.Select(Known)),
        };
    }

    /// <summary>About how many bytes an entry takes here: itself, and what the rules make of it.</summary>
    internal static int MemorySizeOf(RecordedFact entry) => entry.MemorySize + ResolvedSize;

    public EntityReference Polity { get; }

    public FactsAsKnown Facts { get; }

    public EntityRegister Entities { get; }

    /// <summary>The polity's own life; null if no fact opens or closes it.</summary>
    public Episode? Life { get; }

    /// <summary>All other episodes, in the order of positions.</summary>
    public IReadOnlyList<Episode> Episodes { get; }

    public Resolution Resolution { get; }

    /// <summary>Its life, and what binds it.</summary>
    internal PolityFrame Frame { get; }

    /// <summary>What editors set aside.</summary>
    public Settlements SetAside { get; }

    /// <summary>The last entry that touched the polity or an entity that its answers can name.</summary>
    public RecordedFact LastTouched { get; }

    /// <summary>The last day on which anything can be certain: the date on which that entry was recorded.</summary>
    public Day RecordDate => StateOnDate.RecordDateOf(LastTouched.RecordedAt);

    /// <summary>Its state by date, of one kind or (null) of all.</summary>
    public StateOnDate StateOf(EpisodeKind? kind) => new(episodesByDay.Value, kind);

    public Episode EpisodeOf(ResolvedEpisode resolved) => resolved == Resolution.Life ? Life! : Episodes[index[resolved.Id]];

    /// <summary>An episode other than the life, with the result of the rules.</summary>
    internal KnownEpisode Known(ResolvedEpisode resolved) => new(EpisodeOf(resolved), SetAside.In(resolved.Id), resolved);

    /// <summary>What an entry says about an episode on a day, with the name that the polity had then.</summary>
    public string StatementOf(Episode episode, Day day) => StatementOf(episode, day, Frame.Names.In(episode, QueryDate.Of(day)));

    /// <summary>What an entry says about an episode on a day, with one and the same name of the polity on all days.</summary>
    internal string StatementWithoutNameOfTime(Episode episode, Day day) => StatementOf(episode, day, Entities.InText(Polity.Id));

    private string StatementOf(Episode episode, Day day, string called) =>
        episode.Kind.StatementOf(EntryDetails.WordsOf(called, episode.Party, EntryDetails.Of(episode, day, Entities), Entities));

    /// <summary>That the polity existed on a day, as a sentence with the name that it had then.</summary>
    public string StatementOfExistence(Day day) =>
        $"{PartyNames.WithCapitalArticle(OfficialNameOn(QueryDate.Of(day)) ?? Polity.InText)} existed";

    /// <summary>The official name that was certainly in force throughout a date; null if none was.</summary>
    public string? OfficialNameOn(QueryDate date) => Frame.Names.InForce(date.First.DayNumber, date.Last.DayNumber);

    /// <summary>What the parties of a fact are called in a sentence about it, the polity by its name of that date.</summary>
    public PartyNames NamesFor(Fact fact) => Entities.NamesFor(Polity.Id, Frame.Names.On(fact.Date));

    private static List<RecordedFact> UpTo(IReadOnlyList<RecordedFact> entries, long position) =>
        [.. entries.TakeWhile(entry => entry.Position <= position)];
}
