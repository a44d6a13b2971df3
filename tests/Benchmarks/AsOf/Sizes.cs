using System.Globalization;

namespace Benchmarks.AsOf;

/// <summary>How large a run is. The defaults are a short one; the full one is named in README.md.</summary>
/// <param name="Polities">Polities of the ledger.</param>
/// <param name="Facts">Facts of each.</param>
/// <param name="Questions">Different questions asked.</param>
/// <param name="Requests">Requests of each measurement.</param>
/// <param name="Rounds">Measurements of each kind, alternated; the median counts.</param>
internal sealed record Sizes(int Polities, int Facts, int Questions, int Requests, int Rounds)
{
    /// <summary>Facts of the one large polity.</summary>
    public int Large { get; init; } = 2_000;

    /// <summary>Corrections of every fact in a ledger of a hundredth of the polities.</summary>
    public int Corrections { get; init; } = 5;

    /// <summary>Answers to further questions that are asked of the service before its memory is taken down.</summary>
    public int BeforeMemory { get; init; }

    public static Sizes Parse(IReadOnlyList<string> args)
    {
        var sizes = new Sizes(Polities: 10, Facts: 200, Questions: 200, Requests: 2_000, Rounds: 3);
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            var value = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            sizes = args[i] switch
            {
                "--polities" => sizes with { Polities = value },
                "--facts" => sizes with { Facts = value },
                "--questions" => sizes with { Questions = value },
                "--requests" => sizes with { Requests = value },
                "--rounds" => sizes with { Rounds = value },
                "--corrections" => sizes with { Corrections = value },
                "--large" => sizes with { Large = value },
                "--before-memory" => sizes with { BeforeMemory = value },
                _ => throw new ArgumentException($"There is no size '{args[i]}'.", nameof(args)),
            };
        }

        return sizes;
    }
}
