using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TransparencyLog;

/// <summary>Canonicalizes many JSON values (RFC 8785) one after another, reusing its buffers.</summary>
/// <remarks>Not thread-safe. For single values, use <see cref="CanonicalJson"/>.</remarks>
/// <param name="strict">Whether to reject what <see cref="CanonicalJson.CanonicalizeStrict"/> rejects.</param>
public sealed class CanonicalJsonWriter(bool strict)
{
    private const double LastExactInteger = 1L << 53;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(c => (byte)c),
        (byte)'"',
        (byte)'\\',
    ]);

    private readonly List<Member> members = [];
    private byte[] output = new byte[1024];
    private byte[] scratch = new byte[1024];
    private int length;

    /// <summary>Returns the canonical form of a JSON value.</summary>
    /// <param name="json">The JSON in UTF-8.</param>
    /// <returns>The canonical form in UTF-8, valid until the next call.</returns>
    /// <exception cref="CanonicalJsonException">The value has no canonical form, or strict mode rejects it.</exception>
    public ReadOnlySpan<byte> Write(ReadOnlySpan<byte> json)
    {
        length = 0;
        members.Clear();
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            WriteValue(ref reader);
            reader.Read(); // throws if anything follows the value
        }
        catch (JsonException malformed)
        {
            throw new CanonicalJsonException($"This is not JSON: {malformed.Message}", malformed);
        }

        return output.AsSpan(0, length);
    }

    private void WriteValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(ref reader);
                break;
            case JsonTokenType.StartArray:
                WriteArray(ref reader);
                break;
            case JsonTokenType.String:
                WriteString(Unescape(ref reader));
                break;
            case JsonTokenType.Number:
                WriteNumber(reader.ValueSpan);
                break;
            default: // true, false and null are already canonical
                Append(reader.ValueSpan);
                break;
        }
    }

    private void WriteArray(ref Utf8JsonReader reader)
    {
        Append((byte)'[');
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first)
                Append((byte)',');
            WriteValue(ref reader);
        }

        Append((byte)']');
    }

    /// <summary>Writes the members in the given order, then rearranges them if they were not sorted.</summary>
    private void WriteObject(ref Utf8JsonReader reader)
    {
        var (firstMember, inOrder) = (members.Count, true);
        Append((byte)'{');
        var start = length;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (members.Count > firstMember)
                Append((byte)',');
            var name = Unescape(ref reader);
            var member = new Member
            {
                Start = length,
                Name =
                    name.ContainsAnyExceptInRange((byte)' ', (byte)'~') || name.ContainsAny(Escaped) ? Encoding.UTF8.GetString(name) : null,
            };
            WriteString(name);
            member.NameLength = length - member.Start;
            Append((byte)':');
            reader.Read();
            WriteValue(ref reader);
            member.Length = length - member.Start;
            if (members.Count > firstMember)
                inOrder &= Compare(members[^1], member) < 0;
            members.Add(member);
        }

        if (!inOrder)
            Sort(CollectionsMarshal.AsSpan(members)[firstMember..], start);
        members.RemoveRange(firstMember, members.Count - firstMember);
        Append((byte)'}');
    }

    private void Sort(Span<Member> unordered, int start)
    {
        unordered.Sort(Compare);
        for (var next = 1; next < unordered.Length; next++)
        {
            if (Compare(unordered[next - 1], unordered[next]) == 0)
                throw new CanonicalJsonException(
                    $"The name {Encoding.UTF8.GetString(output, unordered[next].Start, unordered[next].NameLength)} appears twice in one object."
                );
        }

        if (scratch.Length < output.Length)
            scratch = new byte[output.Length];
        output.AsSpan(start, length - start).CopyTo(scratch.AsSpan(start));
        var at = start;
        foreach (var member in unordered)
        {
            if (at > start)
                output[at++] = (byte)',';
            scratch.AsSpan(member.Start, member.Length).CopyTo(output.AsSpan(at));
            at += member.Length;
        }
    }

    /// <summary>Compares names by UTF-16 code units (RFC 8785, section 3.2.3), which for plain ASCII is by bytes.</summary>
    private int Compare(Member left, Member right) =>
        left.Name is null && right.Name is null
            ? PlainName(left).SequenceCompareTo(PlainName(right))
            : string.CompareOrdinal(NameOf(left), NameOf(right));

    private ReadOnlySpan<byte> PlainName(Member member) => output.AsSpan(member.Start + 1, member.NameLength - 2);

    private string NameOf(Member member) => member.Name ?? Encoding.ASCII.GetString(PlainName(member));

    private ReadOnlySpan<byte> Unescape(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (reader.ValueIsEscaped)
        {
            var copy = new byte[text.Length];
            try
            {
                text = copy.AsSpan(0, reader.CopyString(copy));
            }
            catch (InvalidOperationException invalid)
            {
                throw new CanonicalJsonException(
                    "A string contains a lone surrogate: write the whole surrogate pair, or the character itself.",
                    invalid
                );
            }
        }
        else if (!Utf8.IsValid(text))
        {
            throw new CanonicalJsonException("A string is not valid UTF-8.");
        }

        return strict && text.Contains((byte)0)
            ? throw new CanonicalJsonException("A string contains the character U+0000, which cannot be stored: leave it out.")
            : text;
    }

    private void WriteString(ReadOnlySpan<byte> text)
    {
        Append((byte)'"');
        for (var plain = text.IndexOfAny(Escaped); plain >= 0; plain = text.IndexOfAny(Escaped))
        {
            Append(text[..plain]);
            AppendEscaped(text[plain]);
            text = text[(plain + 1)..];
        }

        Append(text);
        Append((byte)'"');
    }

    private void AppendEscaped(byte c)
    {
        Append((byte)'\\');
        var shortForm = c switch
        {
            (byte)'\b' => (byte)'b',
            (byte)'\t' => (byte)'t',
            (byte)'\n' => (byte)'n',
            (byte)'\f' => (byte)'f',
            (byte)'\r' => (byte)'r',
            (byte)'"' or (byte)'\\' => c,
            _ => (byte)0,
        };
        if (shortForm != 0)
            Append(shortForm);
        else
            Append(Encoding.ASCII.GetBytes($"u{(int)c:x4}"));
    }

    private void WriteNumber(ReadOnlySpan<byte> number)
    {
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            throw new CanonicalJsonException($"The number {Encoding.ASCII.GetString(number)} is too large for a double.");
        if (strict && (Math.Abs(value) > LastExactInteger || (Math.Abs(value) == LastExactInteger && !IsLastExactInteger(number))))
            throw new CanonicalJsonException(
                $"The number {Encoding.ASCII.GetString(number)} is beyond ±2^53 = ±9007199254740992, where a double cannot represent every integer: write it as a string."
            );
        var space = GetSpace(EcmaScriptNumber.MaxLength);
        length += EcmaScriptNumber.Write(value, space);
    }

    private static bool IsLastExactInteger(ReadOnlySpan<byte> number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) == 1L << 53;

    private void Append(byte value)
    {
        GetSpace(1)[0] = value;
        length++;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpace(bytes.Length));
        length += bytes.Length;
    }

    private Span<byte> GetSpace(int count)
    {
        if (output.Length - length < count)
            Array.Resize(ref output, Math.Max(output.Length * 2, length + count));
        return output.AsSpan(length);
    }

    /// <summary>The position of an object member in the output.</summary>
    private record struct Member
    {
        public int Start;
        public int NameLength;
        public int Length;

        /// <summary>The name, unless it is plain ASCII that needs no escaping.</summary>
        public string? Name;
    }
}
