using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TransparencyLog;

/// <summary>
/// Identifies a tile of a log: up to 256 consecutive hashes of a level, or a bundle of up to 256 entries (C2SP tlog-tiles).
/// </summary>
/// <param name="Level">
/// The level, from 0 to 63, each spanning eight levels of the tree; <see langword="null"/> for a bundle of entries.
/// </param>
/// <param name="Index">The zero-based index from the left within the level.</param>
/// <param name="Width">The number of hashes or entries: 256, or from 1 to 255 for a partial tile.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tile(int? Level, long Index, int Width)
{
    /// <summary>The number of hashes or entries in a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The number of levels of the tree that a tile spans.</summary>
    public const int Height = 8;

    private const string Entries = "entries";
    private const string PartialSuffix = ".p/";
    private const int LastLevel = 63;

    /// <summary>The path relative to <c>tile/</c>, such as <c>0/x001/234.p/17</c> or <c>entries/000</c>.</summary>
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
                path.Append(CultureInfo.InvariantCulture, $"{PartialSuffix}{Width}");
            return path.ToString();
        }
    }

    /// <summary>Tries to parse the path of a tile.</summary>
    /// <param name="path">The path relative to <c>tile/</c>.</param>
    /// <param name="tile">The tile if parsing succeeded; otherwise the default value.</param>
    /// <returns>
    /// <see langword="true"/> if this is the <see cref="Path"/> of a tile. Other spellings of the same path are rejected.
    /// </returns>
    public static bool TryParse(string path, out Tile tile)
    {
        tile = default;
        var width = FullWidth;
        if (path.IndexOf(PartialSuffix, StringComparison.Ordinal) is >= 0 and var suffix)
        {
            if (!StrictDecimal.TryParse(path.AsSpan(suffix + PartialSuffix.Length), out var partial) || partial is < 1 or >= FullWidth)
                return false;
            width = (int)partial;
            path = path[..suffix];
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

    /// <summary>Returns the hash tiles of a tree, level by level from the bottom, each level from left to right.</summary>
    /// <param name="size">The number of leaves.</param>
    /// <returns>The tiles. The last one of each level may be partial.</returns>
    public static IEnumerable<Tile> ForTree(long size)
    {
        for (var (level, count) = (0, size); count > 0; level++, count /= FullWidth)
        {
            for (var index = 0L; index * FullWidth < count; index++)
                yield return new(level, index, (int)Math.Min(FullWidth, count - (index * FullWidth)));
        }
    }

    /// <summary>Determines whether a tree contains the whole tile.</summary>
    /// <param name="size">The number of leaves in the tree.</param>
    /// <returns><see langword="true"/> if all hashes or entries of the tile exist at that size.</returns>
    public bool IsWithin(long size)
    {
        var level = Height * (Level ?? 0);
        return level < 63 && ((Int128)Index * FullWidth) + Width <= size >> level;
    }

    /// <summary>Returns the subtrees whose hashes are in the tile.</summary>
    /// <returns>The subtrees from left to right; for a bundle of entries, the leaves.</returns>
    public IEnumerable<Subtree> Subtrees()
    {
        var (level, first) = (Height * (Level ?? 0), Index * FullWidth);
        return Enumerable.Range(0, Width).Select(place => new Subtree(level, first + place));
    }

    /// <summary>Parses an index such as <c>x001/x234/067</c>, which is 1234067.</summary>
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
