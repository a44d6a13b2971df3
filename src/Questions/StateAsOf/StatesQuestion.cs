using System.Globalization;
using System.Runtime.CompilerServices;
using ArtsakhLedger.Asking;
using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.StateAsOf;

/// <summary>A question about every polity of the ledger as of a date.</summary>
/// <param name="On">The date asked about.</param>
/// <param name="Kind">Only entries of this kind; null for all.</param>
/// <param name="Party">Only entries with this entity as their party; null for all.</param>
public sealed record StatesQuestion(string On, string? Kind, string? Party)
{
    /// <exception cref="QuestionProblem">400 for a value that cannot be used, or that the ledger did not know.</exception>
    public static StatesQuestion Parse(string? on, string? kind, string? party, EntityRegister entities)
    {
        var date = QueryDate.Parse(on);
        if (kind is not null)
        {
            FactFilter.RequireKind(kind, entities);
        }

        return party is null || entities.Find(party) is not null
            ? new(date.Text, kind, party is null ? null : entities.Canonical(party))
            : throw QuestionProblem.BadParameter("party", $"The ledger has no entity '{party}'. GET /entities?q= finds one by its names.");
    }

    /// <summary>The polities with their states, one after the other as they are worked out.</summary>
    /// <param name="polities">The ids of the polities.</param>
    /// <param name="position">The position that they are known at; each of them was known then.</param>
    /// <param name="reader">Reads them.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async IAsyncEnumerable<PolityState> AnswerAsync(
        IEnumerable<string> polities,
        long position,
        PolityReader reader,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var polity in polities)
        {
            if (await reader.AsKnownAsync(polity, position, cancellation) is { } known)
            {
                var at = known.LastTouched.Position.ToString(CultureInfo.InvariantCulture);
                var state = StateQuestion.Parse(polity, On, at, Kind, null).Answer(known, cancellation);
                yield return new()
                {
                    Polity = state.Polity,
                    On = state.On,
                    Existence = state.Existence,
                    Entries = Party is null ? state.Entries : [.. state.Entries.Where(entry => entry.Party.Id == Party)],
                    State = StateQuestion.AddressOf(polity, state.On, at, null, RulesVersion.Current),
                };
            }
        }
    }
}
