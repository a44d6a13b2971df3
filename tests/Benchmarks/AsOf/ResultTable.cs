namespace Benchmarks.AsOf;

/// <summary>What was measured, as a table: what was counted, what it is compared with, how many times that it is, and the bar at full size.</summary>
internal sealed class ResultTable
{
    private readonly List<string> rows = [];

    /// <summary>Answers a second, and those of the yardstick.</summary>
    public void Add(string what, double value, double yardstick, string bar) =>
        Add($"| {what} | {value:N0} | {yardstick:N0} | {value / yardstick:N2} | {bar} |");

    /// <summary>Memory in MB (10⁶ bytes).</summary>
    public void AddMemory(string what, double megabytes) =>
        Add($"| {what} | {megabytes:N0} MB | 300 MB | {megabytes / 300:N2} | at most 1 |");

    /// <summary>What was not measured, and why.</summary>
    public void AddMissing(string what, string reason) => Add($"| {what} | {reason} | | | |");

    /// <summary>Each row is shown as soon as it is there: a run is long.</summary>
    private void Add(string row)
    {
        rows.Add(row);
        Console.WriteLine(row);
    }

    public void Print()
    {
        Console.WriteLine("| what | answers a second | yardstick | ratio | bar |");
        Console.WriteLine("|---|--:|--:|--:|---|");
        rows.ForEach(Console.WriteLine);
    }
}
