using Xunit.v3;

namespace ArtsakhLedger.Tests.Running;

/// <summary>Marks tests to which the version of PostgreSQL matters: what is written, kept, read by statements of its own and verified. <c>.ci/run</c> runs them a
/// second time, on another version.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEveryPostgresAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("PostgreSQL", "every-version")];
}
