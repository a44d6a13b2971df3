namespace Benchmarks.AsOf.MariaDb;

/// <summary>One of the two tables, asked over HTTP what the product is asked.</summary>
internal sealed class MariaDbMeasurement(LoadClient client, string table, int requests)
{
    private const int AtFirst = 50;
    private const int Compared = 300;

    /// <summary>A measurement takes no longer than this by much, however slow the table is.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    private int count;

    public string Table => table;

    /// <summary>Requires the same bytes as the product's for a sample of questions.</summary>
    public void RequireEqual(IReadOnlyList<string> questions)
    {
        var sample = questions.Take(Compared).ToList();
        var (ours, theirs) = (client.BodiesOf(LoadClient.Written(sample)), client.BodiesOf(LoadClient.Written(sample.Select(Address))));
        for (var i = 0; i < sample.Count; i++)
        {
            if (!ours[i].AsSpan().SequenceEqual(theirs[i]))
            {
                throw new InvalidOperationException(
                    $"MariaDB ({table}) answers {sample[i]} with\n{System.Text.Encoding.UTF8.GetString(theirs[i])}\nand the product with\n{System.Text.Encoding.UTF8.GetString(ours[i])}"
                );
            }
        }

        Console.WriteLine($"MariaDB, {table}: {sample.Count} answers equal to the product's.");
    }

    /// <summary>Answers a second to new questions.</summary>
    public double Measure(Func<int, IReadOnlyList<string>> draw)
    {
        if (count == 0)
        {
            var rate = Ask(draw(AtFirst), AtFirst);
            count = Math.Clamp((int)(rate * Time.TotalSeconds), AtFirst, requests);
        }

        return Ask(draw(count), count);
    }

    private double Ask(IReadOnlyList<string> questions, int times) => client.Measure(LoadClient.Written(questions.Select(Address)), times);

    private string Address(string question) => $"/yardstick/{table}{question["/polities".Length..]}";
}
