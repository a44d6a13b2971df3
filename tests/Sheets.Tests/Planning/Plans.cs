using ArtsakhLedger.Entities;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Sheets.Columns;
using ArtsakhLedger.Sheets.Planning;
using ArtsakhLedger.Sheets.Reading;
using ArtsakhLedger.Sources;
using Xunit;

namespace ArtsakhLedger.Tests.Planning;

/// <summary>Plans of sheets, held against a ledger in memory.</summary>
internal static class Plans
{
    public static Task<SheetPlan> OfAsync(string sheet, ColumnMap? map = null, params IReadOnlyList<Fact> known) =>
        OfAsync(SheetFiles.Read(sheet, "kosovo.csv"), map, known);

    public static Task<SheetPlan> OfAsync(SheetTable table, ColumnMap? map = null, params IReadOnlyList<Fact> known)
    {
        List<RecordedFact> entries =
        [
            .. known.Select((fact, i) => new RecordedFact(i + 1, DateTimeOffset.UnixEpoch, Author.From("test", null), null, fact)),
        ];
        map ??= new();
        return SheetPlanner.PlanAsync(
            table,
            map with
            {
                Type = map.Type ?? "recognition-passed",
                Polity = map.Polity ?? "kosovo",
            },
            new(
                [.. entries.Where(entry => entry.Fact.Polity is null)],
                (polity, _) => Task.FromResult<IReadOnlyList<RecordedFact>>([.. entries.Where(entry => entry.Fact.Polity == polity)]),
                (ids, _) => Task.FromResult<IReadOnlySet<string>>(known.Select(fact => fact.Id).Intersect(ids).ToHashSet()),
                (_, _) => Task.FromResult<IReadOnlyList<SnapshotText>>([])
            ),
            TestContext.Current.CancellationToken
        );
    }

    public static EntityDescribed Entity(string id, EntityKind kind, params IReadOnlyList<string> names) =>
        new()
        {
            Id = EntityDescribed.FactIdOf(id),
            Entity = id,
            Kind = kind,
            Names = [.. names.Select(name => new EntityName { Text = name, Language = "en" })],
            Reason = "test",
        };

    /// <summary>The facts of a plan that are no descriptions, each as its type, its first party and its date.</summary>
    public static IEnumerable<string> Told(this SheetPlan plan) =>
        plan.Preview.Facts.Select(fact => $"{fact.Row}: {fact.Statement}, {fact.Date}");
}
