using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace ArtsakhLedger.Facts;

/// <summary>Specifies the kinds of entity that a field of a fact may name. Without it, the field takes any kind.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OfKindAttribute(params EntityKind[] kinds) : Attribute
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Field, IReadOnlyList<EntityKind> Kinds)[]> FieldsByType = [];

    /// <summary>The kinds that are allowed.</summary>
    public IReadOnlyList<EntityKind> Kinds { get; } = kinds;

    /// <summary>Every entity that a fact names in such a field, also as one that an unnamed party may be, with the kinds allowed there.</summary>
    public static IEnumerable<(string Pointer, string Entity, IReadOnlyList<EntityKind> Kinds)> NamedIn(Fact fact) =>
        from one in FieldsByType.GetOrAdd(fact.GetType(), FieldsOf)
        from named in Named(one.Field.GetValue(fact), $"/{JsonNamingPolicy.CamelCase.ConvertName(one.Field.Name)}")
        select (named.Pointer, named.Entity, one.Kinds);

    private static IEnumerable<(string Pointer, string Entity)> Named(object? value, string pointer) =>
        value switch
        {
            Party { Id: { } id } party => [(party.As is null ? pointer : $"{pointer}/id", id)],
            Party party => party.MayBe.Select((id, i) => ($"{pointer}/mayBe/{i}", id)),
            string id => [(pointer, id)],
            _ => [],
        };

    private static (PropertyInfo, IReadOnlyList<EntityKind>)[] FieldsOf(Type type) =>
        [
            .. from field in type.GetProperties()
            let given = field.GetCustomAttribute<OfKindAttribute>(inherit: true)
            where given is not null
            select (field, given.Kinds),
        ];
}
