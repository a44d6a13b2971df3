using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Sheets.Columns;

/// <summary>A type of fact that the rows of a sheet may tell of, and what its columns may say.</summary>
public sealed class SheetKind
{
    // An identification changes answers everywhere, and a disagreement names facts rather than entities: neither belongs in a table.
    private const string OfFacts = "disagreement-noted";

    private static readonly string[] NotOfRows = ["id", "polity"];

    private static readonly Dictionary<string, SheetKind> ByName = FactFields
        .Kinds.Where(kind => !FactType.Named(kind.Name)!.IsAboutTheRecord && kind.Name != OfFacts)
        .ToDictionary(kind => kind.Name, kind => new SheetKind(kind.Name, kind.Hint));

    private SheetKind(string name, string hint)
    {
        (Name, Hint) = (name, hint);
        Fields = [.. FactFields.Of(name)!.Where(field => !NotOfRows.Contains(field.Name))];
        Meanings = [.. MeaningsOf(name, Fields)];
        MainParty =
            Fields.FirstOrDefault(field => field is { IsRequired: true, Shape: FieldShape.Party or FieldShape.Entity })
            ?? Fields.FirstOrDefault(field => field is { IsRequired: true, Shape: FieldShape.Parties })
            ?? Fields.FirstOrDefault(field => field.Shape is FieldShape.Party);
    }

    /// <summary>All of them, in the order of the vocabulary.</summary>
    public static IReadOnlyList<SheetKind> All => [.. ByName.Values];

    /// <summary>The name of the type: <c>recognition-passed</c>.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public string Hint { get; }

    /// <summary>Its fields.</summary>
    public IReadOnlyList<FactField> Fields { get; }

    /// <summary>What a column may say.</summary>
    public IReadOnlyList<ColumnMeaning> Meanings { get; }

    /// <summary>The party that a table about such facts is mostly a list of; null if it has none.</summary>
    public FactField? MainParty { get; }

    /// <summary>The kind of entity that the party is if nothing else says so.</summary>
    public static EntityKind KindOf(FactField field) => field.Kinds.Count > 0 ? field.Kinds[0] : EntityKind.Polity;

    /// <summary>The type with this name; null if no sheet may tell of it.</summary>
    public static SheetKind? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The field with this name; null if there is none.</summary>
    public FactField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>The meaning with this name, however it is spaced; null if there is none.</summary>
    public ColumnMeaning? Meaning(string name) =>
        Meanings.FirstOrDefault(meaning => meaning.Name == name)
        ?? Meanings.FirstOrDefault(meaning => HeaderWords.KeyOf(meaning.Name) == HeaderWords.KeyOf(name));

    private static IEnumerable<ColumnMeaning> MeaningsOf(string type, IReadOnlyList<FactField> fields)
    {
        yield return new("type", MeaningKind.Type);
        foreach (var field in fields.OrderBy(field => field.IsRequired ? 0 : 1))
        {
            foreach (var meaning in MeaningsOf(field))
            {
                yield return meaning;
            }
        }

        yield return new("until", MeaningKind.Until);
        yield return new("source", MeaningKind.Source);
        yield return new("url", MeaningKind.Address);
        yield return new("page", MeaningKind.Locator);
        yield return new("quote", MeaningKind.Quote);
        foreach (var (word, further) in FurtherFacts.Of(type))
        {
            yield return new(word, MeaningKind.Further) { FurtherType = further };
        }

        yield return ColumnMeaning.Ignored;
    }

    private static IEnumerable<ColumnMeaning> MeaningsOf(FactField field)
    {
        if (field.Shape != FieldShape.Group || field.Name == "votes")
        {
            yield return new(field.Name, MeaningKind.Field) { Field = field };
        }

        foreach (var part in field.Parts)
        {
            yield return new($"{field.Name}/{part.Name}", MeaningKind.Part) { Field = field, Part = part };
        }

        if (field.Shape == FieldShape.Party)
        {
            yield return new($"{field.Name}/as", MeaningKind.CalledAs) { Field = field };
            yield return new($"{field.Name}/unnamed", MeaningKind.Unnamed) { Field = field };
            yield return new($"{field.Name}/mayBe", MeaningKind.MayBe) { Field = field };
        }
    }
}
