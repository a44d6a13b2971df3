using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace ArtsakhLedger.PackedHistories;

/// <summary>The shapes of JSON objects: the names of their members in order. The program has a few dozen, which are kept for
/// ever.</summary>
internal static class JsonShapes
{
    private static readonly ConcurrentDictionary<string, int> Numbers = new();
    private static readonly Lock Adding = new();
    private static volatile byte[][][] shapes = [];

    public static int NumberOf(IReadOnlyList<string> names)
    {
        var key = string.Join('\n', names);
        if (Numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        lock (Adding)
        {
            if (!Numbers.TryGetValue(key, out number))
            {
                number = shapes.Length;
                shapes = [.. shapes, BetweenValues(names)];
                Numbers[key] = number;
            }

            return number;
        }
    }

    /// <summary>The text before each value, and after the last.</summary>
    public static byte[][] Of(int number) => shapes[number];

    private static byte[][] BetweenValues(IReadOnlyList<string> names) =>
        names.Count == 0
            ? ["{}"u8.ToArray()]
            :
            [
                .. names.Select((name, i) => Encoding.UTF8.GetBytes($"{(i == 0 ? '{' : ',')}\"{JsonEncodedText.Encode(name)}\":")),
                "}"u8.ToArray(),
            ];
}
