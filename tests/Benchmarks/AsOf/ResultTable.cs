namespace Benchmarks.AsOf;

/// <summary>What was measured, as a table: answers a second, those of the yardstick, and how many times those that is.</summary>
internal sealed class ResultTable
{
    private readonly List<(string What, double Value, double Yardstick)> rows = [];

    public void Add(string what, double value, double yardstick) => rows.Add((what, value, yardstick));

    public void Print()
    {
        Console.WriteLine("| what | answers a second | yardstick | ratio |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var (what, value, yardstick) in rows)
        {
            Console.WriteLine($"| {what} | {value:N0} | {yardstick:N0} | {value / yardstick:N2} |");
        }
    }
}
