using ArtsakhLedger.Facts;
using ArtsakhLedger.StateAsOf;

namespace ArtsakhLedger.Tests.Corrections;

public static partial class Entries
{
    public static PolityAsKnown Known(params IEnumerable<Fact> facts) => new("artsakh", Of(facts), []);
}
