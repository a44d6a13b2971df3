using ArtsakhLedger.Ledger;

namespace ArtsakhLedger.Entities;

/// <summary>An entity as an answer names it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its first name as known then; the id where it had not been described.</param>
public sealed record EntityReference(string Id, string Name);

/// <summary>The entities as described up to a position.</summary>
public sealed class EntityRegister
{
    private readonly Dictionary<string, (EntityDescribed Description, RecordedFact Recorded)> entities = [];

    public EntityRegister(IEnumerable<RecordedFact> descriptions)
    {
        foreach (var recorded in descriptions)
        {
            if (recorded.Fact is EntityDescribed entity)
            {
                entities[entity.Entity] = (entity, recorded);
            }
        }
    }

    public EntityDescribed? Find(string id) => entities.TryGetValue(id, out var entity) ? entity.Description : null;

    public EntityReference Refer(string id) => new(id, Find(id)?.Names[0].Text ?? id);

    /// <summary>The entry of the record that last described the entity; null where none did.</summary>
    public RecordedFact? LastDescription(string id) => entities.TryGetValue(id, out var entity) ? entity.Recorded : null;
}
