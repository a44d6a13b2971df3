using System.Text.Json;

namespace ArtsakhLedger.PackedHistories;

/// <summary>Packed JSON values, many of which are alike: each text, list and object is stored once and referred to wherever it occurs
/// again. It does not interpret the values; what is written is the original JSON, byte for byte. Append-only: packed values never move, so
/// an older copy of the bytes can be read while more is packed.</summary>
/// <remarks>A reference is a number whose two low bits say what the others are: the place of a node, a day, a constant, or the number of a
/// hole, filled when it is written. A node is a number, whose three low bits say what follows, and its content.</remarks>
internal sealed class PackedJson
{
    /// <summary>The value that stands for "the same as before" where references are stored.</summary>
    public const int Nothing = 0;

    internal const int NodeTag = 0,
        DayTag = 1,
        ConstantTag = 2,
        HoleTag = 3;
    internal const int Text = 0,
        Object = 1,
        List = 2,
        Words = 3,
        Raw = 4;
    internal static readonly byte[][] Constants = ["null"u8.ToArray(), "true"u8.ToArray(), "false"u8.ToArray(), "[]"u8.ToArray()];

    private readonly StoredOnce nodes;
    private byte[] bytes = new byte[1024];
    private int length = 1; // so that no node is at 0

    public PackedJson() => nodes = new(() => bytes);

    /// <summary>What has been packed so far.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes.AsMemory(0, length);

    /// <summary>A reference to a constant.</summary>
    public static int EmptyList { get; } = (3 << 2) | ConstantTag;

    /// <summary>Packs a value.</summary>
    /// <param name="json">The value as UTF-8.</param>
    /// <param name="holes">Members of the outermost object that are left out as holes, to be filled when it is written; their index is the
    /// number of the hole.</param>
    public int Add(ReadOnlySpan<byte> json, IReadOnlyList<string>? holes = null)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Add(ref reader, holes ?? []);
    }

    /// <summary>Packs other bytes, each sequence once.</summary>
    /// <returns>Their place.</returns>
    public int AddRecord(ReadOnlySpan<byte> content) => Store(content);

    /// <summary>The maximum length of a number in bytes.</summary>
    public const int LongestNumber = 10;

    public static int WriteNumber(Span<byte> target, long number)
    {
        var (value, at) = ((ulong)number, 0);
        for (; value >= 0x80; value >>= 7)
        {
            target[at++] = (byte)(value | 0x80);
        }

        target[at++] = (byte)value;
        return at;
    }

    public static long ReadNumber(ReadOnlySpan<byte> source, ref int at)
    {
        long value = source[at++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            long next = source[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private int Add(ref Utf8JsonReader reader, IReadOnlyList<string> holes) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => ConstantTag,
            JsonTokenType.True => (1 << 2) | ConstantTag,
            JsonTokenType.False => (2 << 2) | ConstantTag,
            JsonTokenType.String => AddString(reader.ValueSpan),
            JsonTokenType.StartObject => AddObject(ref reader, holes),
            JsonTokenType.StartArray => AddList(ref reader),
            _ => AddText(reader.ValueSpan, Raw),
        };

    private int AddObject(ref Utf8JsonReader reader, IReadOnlyList<string> holes)
    {
        var (names, values) = (new List<string>(), new List<int>());
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            names.Add(name);
            reader.Read();
            if (IndexOf(holes, name) is >= 0 and var hole)
            {
                reader.Skip();
                values.Add((hole << 2) | HoleTag);
            }
            else
            {
                values.Add(Add(ref reader, []));
            }
        }

        return AddNode(Object, JsonShapes.NumberOf(names), values);
    }

    private int AddList(ref Utf8JsonReader reader)
    {
        var values = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(Add(ref reader, []));
        }

        return values.Count == 0 ? EmptyList : AddNode(List, values.Count, values);
    }

    /// <summary>Packs a string as one text, or as several words: ids and sentences share theirs. The last part of a path and the source in
    /// an id are stored separately, since the same ids also occur alone.</summary>
    private int AddString(ReadOnlySpan<byte> text)
    {
        if (PackedDays.TryRead(text, out var day))
        {
            return (day << 2) | DayTag;
        }

        var last = text.IndexOf((byte)'@') is > 0 and var source ? source : text.LastIndexOf((byte)'/') + 1;
        if (last > 0 && last < text.Length)
        {
            var (before, after) = (AddString(text[..last]), AddString(text[last..]));
            if ((before & 3) == NodeTag && (after & 3) == NodeTag)
            {
                return AddNode(Words, 2, [before, after]);
            }
        }

        return text.Count((byte)' ') + text.Count((byte)'-') + text.Count((byte)'/') < 2 ? AddText(text, Text) : AddWords(text);
    }

    private int AddWords(ReadOnlySpan<byte> text)
    {
        var words = new List<int>();
        while (text.IndexOfAny((byte)' ', (byte)'-', (byte)'/') is >= 0 and var end)
        {
            words.Add(AddText(text[..(end + 1)], Text));
            text = text[(end + 1)..];
        }

        if (text.Length > 0)
        {
            words.Add(AddText(text, Text));
        }

        return AddNode(Words, words.Count, words);
    }

    private int AddText(ReadOnlySpan<byte> text, int kind)
    {
        Span<byte> node = text.Length < 500 ? stackalloc byte[text.Length + LongestNumber] : new byte[text.Length + LongestNumber];
        var at = WriteNumber(node, ((long)text.Length << 3) | (uint)kind);
        text.CopyTo(node[at..]);
        return (Store(node[..(at + text.Length)]) << 2) | NodeTag;
    }

    private int AddNode(int kind, int number, List<int> references)
    {
        var room = (references.Count + 1) * LongestNumber;
        Span<byte> node = room < 1000 ? stackalloc byte[room] : new byte[room];
        var at = WriteNumber(node, ((long)number << 3) | (uint)kind);
        foreach (var reference in references)
        {
            at += WriteNumber(node[at..], reference);
        }

        return (Store(node[..at]) << 2) | NodeTag;
    }

    private int Store(ReadOnlySpan<byte> node)
    {
        if (nodes.Find(node) is { } there)
        {
            return there;
        }

        if (length + node.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + node.Length));
        }

        var place = length;
        node.CopyTo(bytes.AsSpan(place));
        length += node.Length;
        nodes.Add(place, node);
        return place;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds nodes by their bytes. A node encodes its own length, so one that begins with the bytes sought is the one
    /// sought.</summary>
    private sealed class StoredOnce(Func<byte[]> bytes)
    {
        private (int Hash, int Place)[] slots = new (int, int)[256];
        private int count;

        public int? Find(ReadOnlySpan<byte> node)
        {
            var (hash, all) = (HashOf(node), bytes());
            for (var slot = hash & (slots.Length - 1); slots[slot].Place != 0; slot = (slot + 1) & (slots.Length - 1))
            {
                if (slots[slot].Hash == hash && all.AsSpan(slots[slot].Place).StartsWith(node))
                {
                    return slots[slot].Place;
                }
            }

            return null;
        }

        public void Add(int place, ReadOnlySpan<byte> node)
        {
            if (++count * 2 > slots.Length)
            {
                var before = slots;
                slots = new (int, int)[before.Length * 2];
                foreach (var (hash, at) in before.Where(slot => slot.Place != 0))
                {
                    Put(hash, at);
                }
            }

            Put(HashOf(node), place);
        }

        private void Put(int hash, int place)
        {
            var slot = hash & (slots.Length - 1);
            while (slots[slot].Place != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = (hash, place);
        }

        private static int HashOf(ReadOnlySpan<byte> node)
        {
            var hash = new HashCode();
            hash.AddBytes(node);
            return hash.ToHashCode();
        }
    }
}
