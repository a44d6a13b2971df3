using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TransparencyLog;

/// <summary>A tile of a log: up to 256 consecutive hashes of one level, or entries themselves, under a path of its own (C2SP tlog-tiles).</summary>
/// <param name="Level">The level from 0 to 63, each as high as eight levels of the tree; null for a bundle of entries.</param>
/// <param name="Index">Its place from the left within the level, from 0.</param>
/// <param name="Width">How many hashes or entries it has: 256, or from 1 to 255 where it is partial.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tile(int? Level, long Index, int Width)
{
    /// <summary>How many hashes or entries a full tile has.</summary>
    public const int FullWidth = 256;

    /// <summary>The levels of the tree that a tile spans.</summary>
    public const int Height = 8;

    private const string Entries = "entries";
    private const string PartialMark = ".p/";
    private const int LastLevel = 63;

    /// <summary>The path below <c>tile/</c>, such as <c>0/x001/234.p/17</c> or <c>entries/000</c>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            path.Append(CultureInfo.InvariantCulture, $"{Index % 1000:000}");
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
                path.Insert(0, string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/"));
            path.Insert(0, $"{Level?.ToString(CultureInfo.InvariantCulture) ?? Entries}/");
            if (Width < FullWidth)
                path.Append(CultureInfo.InvariantCulture, $"{PartialMark}{Width}");
            return path.ToString();
        }
    }

    /// <summary>Reads a path below <c>tile/</c>. There is one path for each tile; any other spelling is refused.</summary>
    public static bool TryParse(string path, out Tile tile)
    {
        tile = default;
        var width = FullWidth;
        if (path.IndexOf(PartialMark, StringComparison.Ordinal) is >= 0 and var mark)
        {
            if (!StrictDecimal.TryParse(path.AsSpan(mark + PartialMark.Length), out var partial) || partial is < 1 or >= FullWidth)
                return false;
            width = (int)partial;
            path = path[..mark];
        }

        var parts = path.Split('/');
        int? level = null;
        if (parts[0] != Entries)
        {
            if (!StrictDecimal.TryParse(parts[0], out var number) || number > LastLevel)
                return false;
            level = (int)number;
        }

        if (!TryParseIndex(parts.AsSpan(1), out var index))
            return false;
        tile = new(level, index, width);
        return true;
    }

    /// <summary>The hash tiles of a tree that hold something, level by level, each level from left to right; the last of a level may be partial.</summary>
    /// <param name="size">The number of leaves.</param>
    public static IEnumerable<Tile> AllOf(long size)
    {
        for (var (level, count) = (0, size); count > 0; level++, count /= FullWidth)
        {
            for (var index = 0L; index * FullWidth < count; index++)
                yield return new(level, index, (int)Math.Min(FullWidth, count - (index * FullWidth)));
        }
    }

    /// <summary>Whether all that it holds is there in a tree of some size.</summary>
    public bool IsWithin(long size)
    {
        var level = Height * (Level ?? 0);
        return level < 63 && ((Int128)Index * FullWidth) + Width <= size >> level;
    }

    /// <summary>The subtrees whose hashes it has, from left to right; for a bundle of entries the leaves.</summary>
    public IEnumerable<Subtree> Subtrees()
    {
        var (level, first) = (Height * (Level ?? 0), Index * FullWidth);
        return Enumerable.Range(0, Width).Select(place => new Subtree(level, first + place));
    }

    /// <summary><c>x001/x234/067</c> is 1234067.</summary>
    private static bool TryParseIndex(ReadOnlySpan<string> parts, out long index)
    {
        index = 0;
        // 2^63 / 256 has seventeen digits.
        if (parts.Length is 0 or > 6)
            return false;
        for (var place = 0; place < parts.Length; place++)
        {
            var digits = parts[place].AsSpan();
            if (place < parts.Length - 1)
            {
                if (digits is not ['x', ..] || (place == 0 && digits is "x000"))
                    return false;
                digits = digits[1..];
            }

            if (digits.Length != 3 || digits.ContainsAnyExceptInRange('0', '9'))
                return false;
            index = (index * 1000) + int.Parse(digits, CultureInfo.InvariantCulture);
        }

        return index <= long.MaxValue / FullWidth;
    }
}
