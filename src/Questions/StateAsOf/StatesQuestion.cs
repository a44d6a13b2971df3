using System.Globalization;
using System.Runtime.CompilerServices;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.RulesOfTime;

namespace ArtsakhLedger.StateAsOf;

/// <summary>A question about all polities as of a date.</summary>
/// <param name="On">The date asked about.</param>
/// <param name="Kind">Only entries of this kind; null for all.</param>
/// <param name="Party">Only entries of this party, by any of its ids; null for all.</param>
/// <param name="KnownAt">The state of knowledge; null for the head.</param>
public sealed record StatesQuestion(QueryDate On, EpisodeKind? Kind, string? Party, string? KnownAt)
{
    /// <summary>The path of the answer.</summary>
    public const string Path = "/states";

    /// <exception cref="QuestionProblem">400 for a value that cannot be used, 410 for a version of the rules that this program no longer has.</exception>
    public static StatesQuestion Parse(string? on, string? kind, string? party, string? knownAt, string? rules)
    {
        var question = new StatesQuestion(QueryDate.Parse(on), kind is null ? null : StateQuestion.KindNamed(kind), party, knownAt);
        RulesVersion.Require(rules, Address.Of(Path, [.. question.Parameters, ("known-at", knownAt)]));
        return question;
    }

    /// <summary>The parameters that say what is asked.</summary>
    public IReadOnlyList<(string Name, string? Value)> Parameters => [("on", On.Text), ("kind", Kind?.Name), ("party", Party)];

    /// <summary>The states of the polities that existed, or may have, or had an entry; where entries are asked for by kind or party, of those that had one. By
    /// the polities' ids, one after the other.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="polities">Reads polities.</param>
    /// <param name="entities">The entities as known.</param>
    /// <param name="at">The state of knowledge.</param>
    /// <param name="after">Only polities with ids after this one; null for all.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="QuestionProblem">400 for a kind or a party that the ledger does not know.</exception>
    public async IAsyncEnumerable<PolityState> AnswerAsync(
        ILedger ledger,
        PolityReader polities,
        EntityRegister entities,
        KnownAt at,
        string? after,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        Require(entities);
        var party = Party is null ? null : entities.Canonical(Party);
        var naming = party is null ? null : await ledger.PolitiesNamingAsync(entities.IdsOf(party), at.Position, cancellation);
        foreach (
            var (polity, _) in (await ledger.PolitiesAsync(cancellation))
                .Where(polity => polity.Position <= at.Position && string.CompareOrdinal(polity.Polity, after) > 0)
                .Where(polity => naming is null || polity.Polity == party || naming.Contains(polity.Polity))
                .OrderBy(polity => polity.Polity, StringComparer.Ordinal)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                await polities.AsKnownAsync(polity, at.Position, cancellation) is { } known
                && StateOf(known, party, at, cancellation) is { } state
            )
            {
                yield return state;
            }
        }
    }

    /// <summary>Rejects a kind or a party that the ledger does not know.</summary>
    /// <exception cref="QuestionProblem">400.</exception>
    public void Require(EntityRegister entities)
    {
        if (Kind is not null)
        {
            FactFilter.RequireKind(Kind.Name, entities);
        }

        if (Party is not null && entities.Find(Party) is null)
        {
            throw QuestionProblem.BadParameter("party", $"The ledger has no entity '{Party}'. GET /entities?q= finds one by its names.");
        }
    }

    private PolityState? StateOf(PolityAsKnown known, string? party, KnownAt at, CancellationToken cancellation)
    {
        var state = known.StateOf(Kind);
        var existence = state.Existence(On);
        var entries = (On.IsDay ? state.On(On.First, cancellation).Entries : state.Entries(On, cancellation))
            .Where(entry => party is null || entry.Party.Id == party)
            .ToList();
        var existed = (existence.AtSomeTime ?? existence.Certainty) is Certainty.Certain or Certainty.Possible;
        var asksForEntries = party is not null || (Kind is not null && Kind != EpisodeKind.Existence);
        return entries.Count > 0 || (existed && !asksForEntries)
            ? new(
                known.Polity,
                existence,
                entries,
                StateQuestion.AddressOf(
                    known.Polity.Id,
                    On.Text,
                    at.Position.ToString(CultureInfo.InvariantCulture),
                    null,
                    RulesVersion.Current
                )
            )
            : null;
    }
}

/// <summary>The state of one of many polities.</summary>
/// <param name="Polity">The polity.</param>
/// <param name="Existence">Whether it existed.</param>
/// <param name="Entries">What held, of what was asked for.</param>
/// <param name="State">The permanent address of its whole state on the date.</param>
public sealed record PolityState(EntityReference Polity, ThreeValues Existence, IReadOnlyList<Entry> Entries, string State);
