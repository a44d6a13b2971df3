using System.Collections.Concurrent;
using System.Reflection;
using ArtsakhLedger.Entities;

namespace ArtsakhLedger.Facts;

/// <summary>What the entity that a field of a fact names is; a field without it takes entities of any kind.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OfKindAttribute(params EntityKind[] kinds) : Attribute
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Field, IReadOnlyList<EntityKind> Kinds)[]> OfFields = [];

    /// <summary>The kinds, any of which it may be.</summary>
    public IReadOnlyList<EntityKind> Kinds { get; } = kinds;

    /// <summary>Every entity that a fact names, or says that it may be, in such a field, with the field's kinds.</summary>
    public static IEnumerable<(string Entity, IReadOnlyList<EntityKind> Kinds)> NamedIn(Fact fact) =>
        from one in OfFields.GetOrAdd(fact.GetType(), FieldsOf)
        from entity in one.Field.GetValue(fact) switch
        {
            Party party => party.Id is { } id ? [id] : party.MayBe,
            string id => [id],
            _ => [],
        }
        select (entity, one.Kinds);

    private static (PropertyInfo, IReadOnlyList<EntityKind>)[] FieldsOf(Type type) =>
    [
        .. from field in type.GetProperties()
           let given = field.GetCustomAttribute<OfKindAttribute>(inherit: true)
           where given is not null
           select (field, given.Kinds),
    ];
}
