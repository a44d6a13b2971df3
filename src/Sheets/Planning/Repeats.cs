using System.Collections;

namespace ArtsakhLedger.Sheets.Planning;

/// <summary>Tells quickly of most texts that they stand only once in another: a part of them does. Each part leaves a mark where its hash leads, and a
/// second mark if the first is there, so a part without a second mark stands once.</summary>
internal sealed class Repeats
{
    private const int PartLength = 12;
    private const int Marks = 1 << 24;
    private const uint Factor = 0x01000193;

    private readonly BitArray once = new(Marks);
    private readonly BitArray twice = new(Marks);

    public Repeats(string text)
    {
        foreach (var mark in MarksOf(text))
        {
            if (once[mark])
            {
                twice[mark] = true;
            }

            once[mark] = true;
        }
    }

    /// <summary>Whether a text that stands in the other stands there once for certain.</summary>
    public bool StandsOnce(string text) => MarksOf(text).Any(mark => !twice[mark]);

    /// <summary>Where the hash of each part leads.</summary>
    private static IEnumerable<int> MarksOf(string text)
    {
        var (hash, oldest) = (0u, 1u);
        for (var i = 1; i < PartLength; i++)
        {
            oldest *= Factor;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i >= PartLength)
            {
                hash -= text[i - PartLength] * oldest;
            }

            hash = (hash * Factor) + text[i];
            if (i >= PartLength - 1)
            {
                yield return (int)((hash ^ (hash >> 15)) % Marks);
            }
        }
    }
}
