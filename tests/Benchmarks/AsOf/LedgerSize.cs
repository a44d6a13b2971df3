namespace Benchmarks.AsOf;

/// <summary>How large a synthetic ledger is.</summary>
/// <param name="Polities">Polities.</param>
/// <param name="Facts">Facts of each.</param>
/// <param name="Corrections">Corrections of every fact.</param>
internal sealed record LedgerSize(int Polities, int Facts, int Corrections)
{
    public override string ToString() =>
        $"{Polities:N0} × {Facts:N0} facts{(Corrections > 0 ? $", {Corrections} corrections of each" : "")}";
}
