using System.Globalization;
using ArtsakhLedger.Embedded;

namespace Benchmarks.AsOf;

/// <summary>What the product as it is shipped takes of memory while it answers questions for a state, none of them asked before.</summary>
internal static class ProductMemory
{
    private const int Port = 5092;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var sizes = Sizes.Parse(args);
        await using var server = await LoadedLedger.ServerAsync();
        await AfterAsync(server, sizes, new(sizes.Polities, sizes.Facts, 0));
        return 0;
    }

    /// <summary>Memory that is resident after so many questions, in MB (10⁶ bytes).</summary>
    public static async Task<double> AfterAsync(EmbeddedPostgres server, Sizes sizes, LedgerSize size)
    {
        var ledger = await LoadedLedger.EnsureAsync(server, size);
        var drawn = await Questions.OfAsync(ledger, size);
        using var product = await MeasuredProcess.StartProductAsync(ledger, Port);
        var client = new LoadClient(Port);
        // Each polity is packed after its first question; until then an answer is worked out from the facts.
        client.Measure(LoadClient.Written(drawn.OneEach()), size.Polities);
        for (var (before, now) = (0.0, product.ProcessorSeconds()); now - before > 0.5; (before, now) = (now, product.ProcessorSeconds()))
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        var rate = 0.0;
        for (var (asked, seed) = (0, 1_000_000); asked < sizes.BeforeMemory; asked += sizes.Requests)
        {
            if (seed % 10 == 0)
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"after {asked:N0} questions: {product.ResidentMegabytes():N0} MB resident, {rate:N0} answers a second"
                    )
                );
            }

            rate = client.Measure(LoadClient.Written(drawn.Draw(sizes.Requests, seed++)), sizes.Requests);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"after {sizes.BeforeMemory:N0} questions: {product.ResidentMegabytes():N0} MB resident, {rate:N0} answers a second"
            )
        );
        return product.ResidentMegabytes();
    }
}
