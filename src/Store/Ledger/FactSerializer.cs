using System.Runtime.CompilerServices;
using ArtsakhLedger.Facts;
using ArtsakhLedger.Vocabulary;
using Marten;
using Marten.Services;

namespace ArtsakhLedger.Ledger;

/// <summary>The event store's serializer. It writes a fact that is appended only once: the log, the event and the read model share the JSON.</summary>
internal sealed class FactSerializer : SystemTextJsonSerializer, ISerializer
{
    private readonly ConditionalWeakTable<Fact, string> written = [];

    public FactSerializer() => Configure(json => FactJson.Apply(json));

    /// <summary>The JSON of a fact that is about to be appended, remembered while the fact is in memory.</summary>
    public string Remember(Fact fact) => written.GetValue(fact, base.ToJson);

    public new string ToJson(object? document) =>
        document is Fact fact && written.TryGetValue(fact, out var json) ? json : base.ToJson(document);
}
