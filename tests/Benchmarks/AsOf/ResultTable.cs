namespace Benchmarks.AsOf;

/// <summary>What was measured, as a table: answers a second, and how many times the yardstick that is.</summary>
internal sealed class ResultTable
{
    private readonly List<(string What, double Value, double Yardstick)> rows = [];

    public void Add(string what, double value, double yardstick) => rows.Add((what, value, yardstick));

    public void Print()
    {
        Console.WriteLine("| what | answers a second | ratio |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var (what, value, yardstick) in rows)
        {
            Console.WriteLine($"| {what} | {value:N0} | {value / yardstick:N2} |");
        }
    }
}
